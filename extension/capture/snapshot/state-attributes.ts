import { dom, isHtml } from './dom.ts';

type State = Record<string, string | null>;

/** What a person or a script did to an element without its attributes saying so; null = the attribute goes. */
export function stateAttributes(element: Element): State {
  const name = dom.localName(element);
  const control = Object.hasOwn(controls, name) && isHtml(element) ? controls[name] : undefined;
  return {
    ...control?.(element as HTMLElement),
    ...scrolled(element),
    ...(isOpenPopover(element) && { 'data-tabpost-popover': '' }),
  };
}

const controls: Record<string, (element: HTMLElement) => State> = {
  input: (element) => inputState(element as HTMLInputElement),
  option: (element) => flag('selected', (element as HTMLOptionElement).selected),
  progress: (element) => progressState(element as HTMLProgressElement),
  dialog: (element) => modalState(element),
};

function progressState({ position, value }: HTMLProgressElement): State {
  return position < 0 ? {} : { value: String(value) };
}

function modalState(element: Element): State {
  return element.matches(':modal') ? { 'data-tabpost-modal': '' } : {};
}

function inputState({ type, checked, value }: HTMLInputElement): State {
  if (type === 'checkbox' || type === 'radio') return flag('checked', checked);
  if (type === 'password') return { value: '•'.repeat(value.length) };
  if (type === 'file' || type === 'hidden') return { value: null };
  return /^(?:image|submit|reset|button)$/.test(type) ? {} : { value };
}

function flag(name: string, on: boolean): State {
  return { [name]: on ? '' : null };
}

/** The window's own scrolling means nothing in print. */
function scrolled(element: Element): State {
  if (/^(?:html|body)$/.test(dom.localName(element))) return {};
  const [left, top] = [dom.scrollLeft(element), dom.scrollTop(element)];
  return left || top ? { 'data-tabpost-scroll': `${left} ${top}` } : {};
}

function isOpenPopover(element: Element): boolean {
  return dom.hasAttribute(element, 'popover') && dom.matches(element, ':popover-open');
}
