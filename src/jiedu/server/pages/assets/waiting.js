// A page that is being made: asked for again until it is there, and then shown.
"use strict";

(() => {
  const again = document.getElementById("again");
  const pause = 1000 * Number(again.dataset.seconds);

  async function look() {
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      if (answer.status !== 202) {
        location.reload();
        return;
      }
    } catch {
      // the server is not there for the moment: ask again as well
    }
    setTimeout(look, pause);
  }

  setTimeout(look, pause);
})();
