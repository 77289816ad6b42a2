/* Asks the browser for a passkey and sends the answer with the form. */
(() => {
  const form = document.querySelector("[data-passkey]")
  const options = JSON.parse(document.getElementById("passkey-options").textContent)
  const button = form.querySelector("button[type=button]")
  const trouble = form.querySelector("[role=alert]")

  const ask = async () => {
    trouble.hidden = true
    try {
      const credential = await window.webauthnJSON[form.dataset.passkey](options)
      form.elements.credential.value = JSON.stringify(credential)
      form.submit()
    } catch {
      trouble.hidden = false
    }
  }

  const named = form.elements.name
  button.addEventListener("click", () => {
    // Without a name the server says what is missing, before a passkey is made for nothing.
    if (named && !named.value.trim()) form.submit()
    else ask()
  })
})()
