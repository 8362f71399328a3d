// How much of a file was sent.
"use strict";

ready((part) => {
  const form = part.querySelector("#adding");
  if (!form) return;
  const sent = document.getElementById("sent");
  form.addEventListener("htmx:xhr:progress", (event) => {
    if (!event.detail.lengthComputable) return;
    const share = (100 * event.detail.loaded) / event.detail.total;
    if (share < 100) sent.value = share;
    else sent.removeAttribute("value");
  });
});
