/* Shows how much of a file has been sent. Without it the form is sent as any other. */
(() => {
  const form = document.querySelector("form[enctype='multipart/form-data']")
  const told = document.createElement("div")
  const bar = document.createElement("progress")
  const words = document.createElement("p")
  told.className = "fp-sending"
  words.setAttribute("role", "status")
  bar.setAttribute("aria-label", "Sent")
  told.append(words, bar)

  const say = (sentence) => {
    if (words.textContent !== sentence) words.textContent = sentence
  }

  const show = (event) => {
    if (!event.lengthComputable) return
    bar.max = event.total
    bar.value = event.loaded
  }

  const what = (input) => {
    if (input.files.length > 1) return `${input.files.length} files are being sent.`
    return input.multiple ? "The file is being sent." : "The document is being sent."
  }

  const read = (input) => {
    bar.removeAttribute("value")
    say(input.files.length > 1 ? "Sent. They are being read." : "Sent. It is being read.")
  }

  // Where it was refused, the answer is this page again with its sentence, which takes the focus.
  const answered = (sent) => {
    if (sent.status < 400) return window.location.assign(sent.responseURL)
    const page = new DOMParser().parseFromString(sent.responseText, "text/html")
    document.title = page.title
    document.querySelector("main").replaceWith(page.querySelector("main"))
    document.querySelector("[autofocus]")?.focus()
    begin()
  }

  const send = (form) => {
    const sent = new XMLHttpRequest()
    form.append(told)
    say(what(form.elements.file))
    sent.upload.addEventListener("progress", show)
    sent.upload.addEventListener("load", () => read(form.elements.file))
    sent.addEventListener("load", () => answered(sent))
    sent.addEventListener("error", () => form.submit())
    sent.open("POST", form.action)
    sent.send(new FormData(form))
  }

  const begin = () => {
    const form = document.querySelector("form[enctype='multipart/form-data']")
    form?.addEventListener("submit", (event) => {
      if (!form.elements.file.files.length) return
      event.preventDefault()
      if (!told.isConnected) send(form)
    })
  }

  // Who comes back to this page finds it as it was.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) told.remove()
  })
  if (form) begin()
})()
