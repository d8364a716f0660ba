/** What people and screen readers go by. A text is the whole name; a pattern travels as its source. */
export type Role = 'button' | 'textbox' | 'radio' | 'checkbox' | 'link' | 'summary';
export type Wanted = { role: Role; name: string; flags: string };

export function wanted(role: Role, name: string | RegExp): Wanted {
  if (name instanceof RegExp) return { role, name: name.source, flags: name.flags };
  return { role, name: `^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`, flags: '' };
}

/** The first visible element of this role and accessible name. Runs inside the page: may use nothing from outside itself. */
export function findElement(page: Document, { role, name, flags }: Wanted): HTMLElement | undefined {
  const selectors: Record<Role, string> = {
    button: 'button, [role=button]',
    textbox: 'input:not([type=radio], [type=checkbox], [type=file]), textarea',
    radio: 'input[type=radio], [role=radio]',
    checkbox: 'input[type=checkbox], [role=checkbox]',
    link: 'a[href]',
    summary: 'summary',
  };
  const nameOf = (element: HTMLElement & { labels?: NodeListOf<HTMLElement> | null }): string => {
    const by = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const parts = by.map((id) => page.getElementById(id)?.textContent ?? '');
    const said = parts.join(' ') || element.getAttribute('aria-label');
    const spoken = (part: Element) => {
      const copy = part.cloneNode(true) as Element;
      for (const silent of copy.querySelectorAll('[aria-hidden=true], input, textarea')) silent.remove();
      return copy.textContent ?? '';
    };
    const labels = element.labels?.length ? [...element.labels].map(spoken).join(' ') : undefined;
    return (said || labels || spoken(element)).replace(/\s+/g, ' ').trim();
  };
  const pattern = new RegExp(name, flags);
  const visible = (element: HTMLElement) => element.checkVisibility({ visibilityProperty: true });
  return [...page.querySelectorAll<HTMLElement>(selectors[role])].find(
    (each) => visible(each) && pattern.test(nameOf(each)),
  );
}
