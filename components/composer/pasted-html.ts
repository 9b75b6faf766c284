/** With what is between their tags, though the end tag be missing; to parse a `<style>` offends the page's policy. */
const NO_WORDS = /<(style|script|title|xml)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
/** Word's conditional comments are of both kinds. */
const COMMENTS = /<!--[\s\S]*?(?:-->|$)|<!\[[^>]*>/g;
const OFFICE_TAGS = /<\/?[ovw]:[^>]*>/gi;

const CONTAINERS = 'div,section,article,main,header,footer,li,blockquote,td,th,dd,dt,center,figure';
const BLOCKS = `${CONTAINERS},p,h1,h2,h3,h4,h5,h6,ul,ol,dl,pre,table,hr`;

/**
 * What another program put on the clipboard, without what is no words, and with words that stand beside paragraphs in
 * one of their own: outside a paragraph the space between two links would be lost. What the editor itself copied stays.
 */
export function cleanedPaste(html: string): string {
  if (html.includes('data-pm-slice')) return html;
  const template = document.createElement('template');
  template.innerHTML = html.replace(COMMENTS, '').replace(NO_WORDS, '').replace(OFFICE_TAGS, '');
  const { content } = template;
  content.querySelectorAll('meta, link').forEach((element) => element.remove());
  for (const container of [content, ...content.querySelectorAll(CONTAINERS)]) wrapLoose(container);
  return template.innerHTML;
}

function wrapLoose(container: ParentNode): void {
  let run: Node[] = [];
  const close = (): void => {
    if (run.some(({ textContent }) => textContent?.trim() !== '')) paragraphOf(run);
    run = [];
  };
  for (const node of Array.from(container.childNodes)) {
    if (isBlock(node)) close();
    else run.push(node);
  }
  close();
}

function paragraphOf(run: readonly Node[]): void {
  const paragraph = document.createElement('p');
  run[0]?.parentNode?.insertBefore(paragraph, run[0]);
  paragraph.append(...run);
}

/** An inline element around paragraphs (Google Docs makes such) counts as one. */
function isBlock(node: Node): boolean {
  return node instanceof Element && (node.matches(BLOCKS) || node.querySelector(BLOCKS) !== null);
}
