import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { type About, aboutOf } from './confirmed-import.ts';
import type { ArticleProposal } from '#lib/article/article-proposal.ts';
import { percentAlike } from './percent-alike.ts';

interface Props {
  proposal: ArticleProposal;
  /** The fields still say what the catalogue knows. */
  filled: boolean;
  onAbout: (about: About, filled: boolean) => void;
}

/** Says when the text is one that Postil knows, or much like one; and takes back what was filled in for that. */
export function Likeness({ proposal, filled, onAbout }: Props) {
  const { recognised, looksLike, title } = proposal;
  if (recognised !== undefined)
    return (
      <Notice kind="done">
        This is the text of “{title}”, known by its SHA-256. The kinds below are the catalogue’s.
      </Notice>
    );
  if (looksLike === undefined) return null;
  return (
    <Notice>
      <p>
        This looks like “{looksLike.title}” ({percentAlike(looksLike.likeness)} % alike). It is
        added as a further copy, with its own wording.
        {filled && ' What we know of that article is filled in below.'}
      </p>
      {filled ? (
        <Button onClick={() => onAbout(aboutOf(looksLike.asBrought), false)}>
          Take it out again
        </Button>
      ) : (
        <Button onClick={() => onAbout(aboutOf(proposal), true)}>Fill in what we know of it</Button>
      )}
    </Notice>
  );
}
