// What every page needs: the charts, once the page and each part of it is there.
"use strict";

function ready(what) {
  document.addEventListener("DOMContentLoaded", () => what(document.body));
  document.addEventListener("htmx:load", (event) => what(event.detail.elt));
}

// a form whose choice is made is sent at once
ready((part) => {
  part.querySelectorAll("select[data-sends]").forEach((each) => {
    each.addEventListener("change", () => each.form.requestSubmit());
  });
});
