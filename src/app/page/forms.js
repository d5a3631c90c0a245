// What every form does, with the client, before it and without it: it is sent once and shows that it is on its way, says at
// once which field is empty, and names the file that was chosen. The server checks everything again.
(() => {
  const { missing = '' } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
  // As long as the server may take; afterwards somebody may want to press again.
  const LONGEST = 30000;
  /** @type {Map<HTMLFormElement, { button: Element | null, timer: number }>} */
  const sent = new Map();

  const free = (/** @type {HTMLFormElement} */ form) => {
    const { button, timer } = sent.get(form) || {};
    clearTimeout(timer);
    if (button) button.removeAttribute('aria-busy');
    sent.delete(form);
  };

  // The words below a field, as the server would say them, until something is typed.
  const say = (/** @type {HTMLElement} */ field) => {
    const frame = field.closest('.field');
    if (!frame) return false;
    if (frame.querySelector('.field-error')) return true;
    const words = document.createElement('div');
    words.className = 'field-error';
    words.id = `${field.id}-error`;
    words.innerHTML = '<svg class="icon" aria-hidden="true"><use href="/icons.svg#circle-alert"></use></svg><span></span>';
    /** @type {Element} */ (words.lastChild).textContent = missing;
    const hint = field.getAttribute('aria-describedby');
    frame.append(words);
    frame.classList.add('field-wrong');
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', hint ? `${words.id} ${hint}` : words.id);
    frame.addEventListener('input', () => {
      words.remove();
      frame.classList.remove('field-wrong');
      field.removeAttribute('aria-invalid');
      if (hint) field.setAttribute('aria-describedby', hint);
      else field.removeAttribute('aria-describedby');
    }, { once: true });
    return true;
  };

  // Before everybody else, also where a client gave up. Whoever takes the form over shows by themselves how it goes.
  addEventListener('submit', (/** @type {Sending} */ event) => {
    const form = event.target, button = event.submitter;
    const stop = () => { event.preventDefault(); event.stopImmediatePropagation(); };
    if (sent.has(form)) return stop();
    if (form.noValidate && !(button && button.formNoValidate)) {
      const fields = /** @type {HTMLInputElement[]} */ ([...form.elements]);
      const empty = fields.filter((field) => field.willValidate && field.validity.valueMissing && say(field));
      if (empty.length) {
        stop();
        return empty[0]?.focus();
      }
    }
    if (form.method === 'dialog' || (form.target && form.target !== '_self')) return;
    setTimeout(() => {
      if (event.defaultPrevented) return;
      const pressed = button || form.querySelector('button:not([type=button], [type=reset])');
      if (pressed) pressed.setAttribute('aria-busy', 'true');
      sent.set(form, { button: pressed, timer: setTimeout(() => free(form), LONGEST) });
    });
  }, true);

  // Back, to the page as it was left.
  addEventListener('pageshow', () => { for (const form of sent.keys()) free(form); });

  addEventListener('change', (/** @type {Of<HTMLInputElement>} */ { target }) => {
    const name = target.type === 'file' && target.parentElement?.querySelector('.file-chosen');
    if (name && target.files?.length) name.textContent = [...target.files].map((file) => file.name).join(', ');
  });
})();
