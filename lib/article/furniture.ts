interface Rule {
  why: string;
  longest: number;
  says: RegExp;
}

/** `longest` (UTF-16 units) keeps a paragraph that only mentions such words out, and every test cheap. */
const RULES: readonly Rule[] = [
  {
    why: 'advertisement line',
    longest: 60,
    says: /^[\s*|–—-]*(?:advertisement|advertising|sponsored(?: content)?|ad)[\s*|–—-]*$/i,
  },
  {
    why: 'photo credit',
    longest: 140,
    says: /^(?:photo|image|picture|illustration|credit)(?: credit| by)?\s?[:/]|\bphoto(?:graph)? (?:via|by)\b.*[^.]$|\/(?:Getty Images|AFP|AP|Reuters|EPA|Shutterstock|Pool)\b[^.]*$/i,
  },
  {
    why: 'links to other articles',
    longest: 120,
    says: /^(?:More|MORE) (?:from|FROM|stories|STORIES)\b|^(?:Read more|Read also|Also read|See also|Related(?: articles| stories)?)\s?(?::|$)/,
  },
  {
    why: 'list of trending articles',
    longest: 80,
    says: /^(?:Trending|TRENDING|Most (?:read|popular|viewed)|Popular now)\b[^.]*$/,
  },
  {
    why: 'disclaimer',
    longest: 400,
    says: /\b(?:do|does|don['’]t|doesn['’]t)(?: not)? necessarily (?:reflect|represent)\b/i,
  },
  {
    why: 'comment form',
    longest: 60,
    says: /^(?:leave a (?:reply|comment)|(?:post|add|write) a comment|comments(?: \(\d+\))?)[.!:]?$/i,
  },
  {
    why: 'e-mail notice',
    longest: 160,
    says: /^your e-?mail address will not be (?:published|shared)/i,
  },
  {
    why: 'invitation to share or subscribe',
    longest: 80,
    says: /^(?:share this(?: article| story| post)?|share on \w+|subscribe(?: now| today)?|sign up(?: for our newsletter)?|follow us(?: on .*)?)[.!:]?$/i,
  },
  {
    why: 'copyright line',
    longest: 160,
    says: /^(?:©|\(c\)|copyright)\s|\ball rights reserved\.?$/i,
  },
];

const ABOUT_THE_AUTHOR =
  /^\p{Lu}\S*(?: \S+){0,4} (?:is|was) (?:an?|the|our) .*\b(?:columnist|reporter|correspondent|writer|editor|professor|author|fellow|contributor|journalist)\b/u;

/** Why a line, or a block of one line, looks like page furniture; null when it does not. */
export function furnitureReason(line: string): string | null {
  const rule = RULES.find(({ longest, says }) => line.length <= longest && says.test(line));
  return rule?.why ?? null;
}

/** Whether a block after the end of the article tells who wrote it. */
export function isAuthorsNote(text: string): boolean {
  return text.length <= 400 && ABOUT_THE_AUTHOR.test(text);
}
