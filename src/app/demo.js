// In the demo: a person that is pressed on the sign-in page fills its form, without loading the page again.
addEventListener('click', (event) => {
  const person = event.target.closest && event.target.closest('[data-fill]');
  if (!person || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const fill = (id, value) => {
    const field = document.getElementById(id);
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    return field;
  };
  fill('email', person.dataset.fill);
  const password = fill('password', person.dataset.with || '');
  (person.dataset.with ? password.form.querySelector('button:not([type="button"])') : password).focus();
}, true);
