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

// The page's own script comes with the reader's first move. A click or key that only it can answer waits for it.
const NATIVE = 'a[href], summary, input, select, textarea, label, button:not([type="button"])';
let waiting = null;
function keep(event) {
  const { target, type, key } = event;
  if (document.documentElement.classList.contains('awake') || !event.isTrusted) return;
  if (type === 'click' ? target.closest(NATIVE) : !/^(Arrow|Home|End)/.test(key)) return;
  waiting = [target, new event.constructor(type, event)];
}
document.addEventListener('click', keep);
document.addEventListener('keydown', keep);
document.addEventListener('awake', () => {
  const [target, event] = waiting ?? [];
  waiting = null;
  target?.dispatchEvent(event);
});
