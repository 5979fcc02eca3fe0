// A form marked data-live is sent as soon as something in it is chosen, also before the page's own script has come.
// What is typed is sent by Enter or its button; a date typed is sent when it is left, so never half of one.
const live = (field) => field.form?.hasAttribute('data-live') && /^(radio|checkbox|date|select)/.test(field.type);
let typing = false;
let before = '';

function send(field) {
  before = field.value;
  field.form.requestSubmit();
}

document.addEventListener('focusin', ({ target }) => {
  typing = false;
  before = target.value;
});
document.addEventListener('keydown', ({ target }) => (typing = target.type === 'date'));
document.addEventListener('pointerdown', () => (typing = false));
document.addEventListener('change', ({ target }) => {
  if (live(target) && !typing) send(target);
});
document.addEventListener('focusout', ({ target }) => {
  if (live(target) && typing && target.value !== before) send(target);
});
document.addEventListener('submit', () => (typing = false));
