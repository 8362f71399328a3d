// What every page needs, done once for the page and for each part that comes later.
"use strict";

function ready(what) {
  const all = () => what(document.body);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", all);
  else all();
  document.addEventListener("htmx:load", (event) => {
    if (event.detail.elt !== document.body) what(event.detail.elt);
  });
}

// a form whose choice is made is sent at once
ready((part) => {
  part.querySelectorAll("select[data-sends]").forEach((each) => {
    each.addEventListener("change", () => each.form.requestSubmit());
  });
});

// a part that could not be had is asked for as a page, which says why
document.addEventListener("htmx:responseError", (event) => {
  const { requestConfig, pathInfo } = event.detail;
  if (requestConfig.verb === "get" && requestConfig.elt.matches("form, a")) location.assign(pathInfo.finalRequestPath);
});
