/** The page for a browser in which nothing can take apart the snapshot's templates: its parser nests what is in them by its own rules. */
export function withoutNests(page: string): string {
  return page.replace(/<\/?template data-tabpost-nest>/g, '');
}
