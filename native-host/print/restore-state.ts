/**
 * Run by the debugger after loading, for the page's own scripts are off: brings back what HTML has no words for, marked by the snapshot
 * (scrolled boxes, modal dialogues, popovers), then waits for the fonts. Text, because this program has no DOM.
 */
export const restoreState = `(() => {
  let focused = false;
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
    'data-tabpost-mixed': (element) => {
      element.indeterminate = true;
    },
    'data-tabpost-unselected': (element) => {
      element.selectedIndex = -1;
    },
    'data-tabpost-focus': (element) => {
      element.focus({ preventScroll: true });
      focused = true;
    },
    'data-tabpost-time': (element, seconds) => element.setCurrentTime(Number(seconds)),
  };
  const hideControls = (root) => {
    const sheet = new (root.ownerDocument ?? root).defaultView.CSSStyleSheet();
    sheet.replaceSync('video:not([controls])::-webkit-media-controls { display: none !important }');
    root.adoptedStyleSheets.push(sheet);
  };
  const moved = [];
  const takeOut = (root) => {
    for (const nest of root.querySelectorAll('template[data-tabpost-nest]')) {
      takeOut(nest.content);
      moved.push(...nest.content.querySelectorAll('img'));
      nest.replaceWith(nest.content);
    }
  };
  const visit = (root) => {
    takeOut(root);
    if (root.querySelector('video:not([controls])')) hideControls(root); // it is given some where scripts are off
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
  if (!focused) document.activeElement?.blur(); // a dialogue takes the focus when it opens
  const shown = moved.map((image) => image.decode().catch(() => {})); // broken ones are shown as such
  return Promise.all([document.fonts.ready, ...shown]).then(() => undefined);
})()`;
