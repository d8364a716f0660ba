type Owners = { Node: Node; Element: Element; Document: Document };

/** Looked up at the first use: the build reads this file where there is no page. */
const getters = new Map<string, () => unknown>();

function reader<Kind extends keyof Owners, Name extends keyof Owners[Kind] & string>(kind: Kind, name: Name) {
  return (node: Owners[Kind]): Owners[Kind][Name] => {
    const known = getters.get(name) ?? getterOf(kind, name);
    getters.set(name, known);
    return known.call(node) as Owners[Kind][Name];
  };
}

function getterOf(kind: keyof Owners, name: string): () => unknown {
  const get = Object.getOwnPropertyDescriptor(globalThis[kind].prototype, name)?.get;
  if (!get) throw new Error(`no getter: ${name}`);
  return get;
}

/**
 * Reads nodes past what the page put over them: a form with a field named "firstChild" answers with that field, a document with
 * a picture named "body" with that picture.
 */
export const dom = {
  firstChild: reader('Node', 'firstChild'),
  nextSibling: reader('Node', 'nextSibling'),
  parentNode: reader('Node', 'parentNode'),
  nodeType: reader('Node', 'nodeType'),
  nodeName: reader('Node', 'nodeName'),
  nodeValue: reader('Node', 'nodeValue'),
  baseUri: reader('Node', 'baseURI'),
  localName: reader('Element', 'localName'),
  tagName: reader('Element', 'tagName'),
  namespace: reader('Element', 'namespaceURI'),
  attributes: reader('Element', 'attributes'),
  scrollLeft: reader('Element', 'scrollLeft'),
  scrollTop: reader('Element', 'scrollTop'),
  shadowRoot: reader('Element', 'shadowRoot'),
  hasAttribute: (element: Element, text: string) => Element.prototype.hasAttribute.call(element, text),
  matches: (element: Element, text: string) => Element.prototype.matches.call(element, text),
  hasMatch: (page: Document, selector: string) => Document.prototype.querySelector.call(page, selector) !== null,
  documentElement: reader('Document', 'documentElement'),
  head: reader('Document', 'head'),
  body: reader('Document', 'body'),
  compatMode: reader('Document', 'compatMode'),
  doctype: reader('Document', 'doctype'),
  title: reader('Document', 'title'),
  styleSheets: reader('Document', 'styleSheets'),
  fonts: reader('Document', 'fonts'),
  activeElement: reader('Document', 'activeElement'),
};

/** `instanceof` knows only elements of its own window, and frames have theirs. */
export function isHtml(element: Element): boolean {
  return dom.namespace(element) === 'http://www.w3.org/1999/xhtml';
}
