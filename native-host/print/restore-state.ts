/**
 * Run by the debugger after loading, for the page's own scripts are off: brings back what HTML has no words for, marked by the snapshot
 * (scrolled boxes, modal dialogues, popovers), then waits for the fonts. Text, because this program has no DOM.
 */
export const restoreState = `(() => {
  const act = {
    'data-tabpost-scroll': (element, value) => {
      const [left, top] = value.split(' ').map(Number);
      element.scrollTo({ left, top, behavior: 'instant' });
    },
    'data-tabpost-modal': (element) => {
      element.open = false;
      element.showModal();
    },
    'data-tabpost-popover': (element) => element.showPopover(),
  };
  const visit = (root) => {
    for (const element of root.querySelectorAll('*')) {
      for (const [name, restore] of Object.entries(act)) {
        const value = element.getAttribute(name);
        if (value === null) continue;
        element.removeAttribute(name);
        try {
          restore(element, value);
        } catch {} // a dialogue that cannot be shown stays as it stands in the page
      }
      if (element.shadowRoot) visit(element.shadowRoot);
      if (element.localName === 'iframe' && element.contentDocument) visit(element.contentDocument);
    }
  };
  visit(document);
  return document.fonts.ready.then(() => undefined);
})()`;
