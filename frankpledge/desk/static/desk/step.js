/* '+1' without sending the page. Where no script runs, the page comes back with one more. */
document.addEventListener("click", (event) => {
  const button = event.target.closest(".fp-count__step")
  if (!button) return
  const input = document.getElementsByName(button.value)[0]
  const held = input.value.replace(/[,\s]/g, "")
  if (!/^\d{0,7}$/.test(held)) return
  event.preventDefault()
  input.value = String(Number(held || 0) + 1)
  button.setAttribute("aria-describedby", input.id)
})
