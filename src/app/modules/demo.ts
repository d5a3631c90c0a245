// In the demo: a person that is pressed on the sign-in page fills its form, without loading the page again. Before this
// is there, and where it never comes, the person's link leads to the page with the form filled in.

function fill(id: string, value: string): HTMLInputElement | null {
  const field = document.querySelector<HTMLInputElement>(`input#${id}`);
  if (!field) return null;
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return field;
}

addEventListener('click', (event) => {
  const person = event.target instanceof Element && event.target.closest<HTMLElement>('[data-fill]');
  if (!person || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  fill('email', person.dataset['fill'] ?? '');
  const known = person.dataset['with'];
  const password = fill('password', known ?? '');
  const goal = known ? password?.form?.querySelector<HTMLElement>('button:not([type="button"])') : password;
  goal?.focus();
}, true);
