// Saves what is being typed, a moment after each change. Without it, "Send" and "Save" do.
(function () {
  "use strict";
  var form = document.querySelector("form[data-save]");
  if (!form || !window.fetch || !window.FormData) return;
  var line = document.querySelector("[data-saved]");
  var pause = 1200;
  var timer = 0;
  var dirty = false;
  var sending = false;

  function typed() {
    var data = new FormData(form);
    data.delete("file"); // a file goes when the form is sent
    return data;
  }

  function say(words) {
    if (line) line.textContent = words;
  }

  function save() {
    if (!dirty || sending) return;
    dirty = false;
    sending = true;
    fetch(form.dataset.save, { method: "POST", body: typed(), credentials: "same-origin" })
      .then(function (answer) {
        if (!answer.ok) throw new Error();
        return answer.json();
      })
      .then(function (told) {
        say("Saved at " + told.saved + ". Nothing is sent until you press.");
      })
      .catch(function () {
        dirty = true;
        say("Not saved just now. It is tried again; do not close this page.");
        timer = window.setTimeout(save, 5000);
      })
      .then(function () {
        sending = false;
        if (dirty && !timer) later();
      });
  }

  function later() {
    window.clearTimeout(timer);
    timer = window.setTimeout(function () {
      timer = 0;
      save();
    }, pause);
  }

  function changed() {
    dirty = true;
    later();
  }

  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("submit", function () {
    dirty = false;
    window.clearTimeout(timer);
  });
  document.addEventListener("visibilitychange", function () {
    if (document.visibilityState !== "hidden" || !dirty || !navigator.sendBeacon) return;
    if (navigator.sendBeacon(form.dataset.save, typed())) dirty = false;
  });
})();
