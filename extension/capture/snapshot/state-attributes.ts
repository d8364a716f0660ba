import { dom, isHtml } from './dom.ts';

type State = Record<string, string | null>;

/** What a person or a script did to an element without its attributes saying so; null = the attribute goes. */
export function stateAttributes(element: Element): State {
  const name = dom.localName(element);
  const control = Object.hasOwn(controls, name) && isHtml(element) ? controls[name] : undefined;
  return {
    ...control?.(element as HTMLElement),
    ...scrolled(element),
    ...drawnAt(element),
    ...(isOpenPopover(element) && { 'data-tabpost-popover': '' }),
    ...(isTarget(element) && { 'data-tabpost-target': '' }),
    ...(isFocused(element) && { 'data-tabpost-focus': '' }),
  };
}

const controls: Record<string, (element: HTMLElement) => State> = {
  input: (element) => inputState(element as HTMLInputElement),
  option: (element) => flag('selected', (element as HTMLOptionElement).selected),
  select: (element) => unselectedState(element as HTMLSelectElement),
  progress: (element) => progressState(element as HTMLProgressElement),
  dialog: (element) => modalState(element),
};

/** A parser takes the first option when none is selected. */
function unselectedState({ multiple, selectedIndex, length }: HTMLSelectElement): State {
  return !multiple && length > 0 && selectedIndex < 0 ? { 'data-tabpost-unselected': '' } : {};
}

function progressState({ position, value }: HTMLProgressElement): State {
  return position < 0 ? {} : { value: String(value) };
}

function modalState(element: Element): State {
  return element.matches(':modal') ? { 'data-tabpost-modal': '' } : {};
}

function inputState({ type, checked, indeterminate, value }: HTMLInputElement): State {
  if (type === 'checkbox' && indeterminate) return { ...flag('checked', checked), 'data-tabpost-mixed': '' };
  if (type === 'checkbox' || type === 'radio') return flag('checked', checked);
  if (type === 'password') return { value: '•'.repeat(value.length) };
  if (type === 'file' || type === 'hidden') return { value: null };
  return /^(?:image|submit|reset|button)$/.test(type) ? {} : { value };
}

function flag(name: string, on: boolean): State {
  return { [name]: on ? '' : null };
}

/** That of the window too: what is sticky is printed where the window holds it. */
function scrolled(element: Element): State {
  const [left, top] = [dom.scrollLeft(element), dom.scrollTop(element)];
  return left || top ? { 'data-tabpost-scroll': `${left} ${top}` } : {};
}

/** Where a drawing that moves by itself stands, in seconds. */
function drawnAt(element: Element): State {
  if (dom.localName(element) !== 'svg' || !('getCurrentTime' in element)) return {};
  const drawing = element as SVGSVGElement;
  const moves = drawing.querySelector('animate, animateMotion, animateTransform, set') !== null;
  return moves && !drawing.ownerSVGElement ? { 'data-tabpost-time': String(drawing.getCurrentTime()) } : {};
}

function isTarget(element: Element): boolean {
  return dom.hasAttribute(element, 'id') && dom.matches(element, ':target');
}

/** Shown only while the window has the focus itself. */
function isFocused(element: Element): boolean {
  return element === dom.activeElement(element.ownerDocument) && dom.matches(element, ':focus');
}

function isOpenPopover(element: Element): boolean {
  return dom.hasAttribute(element, 'popover') && dom.matches(element, ':popover-open');
}
