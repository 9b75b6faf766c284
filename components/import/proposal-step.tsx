'use client';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { askServer } from '#components/ui/ask-server.ts';
import { Button } from '#components/ui/button.tsx';
import { counted } from '#components/ui/counted.ts';
import { Notice } from '#components/ui/notice.tsx';
import { PageHead } from '#components/ui/page.tsx';
import { useRequest } from '#components/ui/use-request.ts';
import type { ArticleView, ReadingView } from '#lib/protocol/http.ts';
import { AboutFields } from './about-fields.tsx';
import { BlockList } from './block-list.tsx';
import { type About, aboutOf, confirmedImport } from './confirmed-import.ts';
import type { ImportGroup } from './import-desk.tsx';
import { Likeness } from './likeness.tsx';
import type { ArticleProposal } from '#lib/article/article-proposal.ts';
import { setDraft } from './draft.ts';
import styles from './proposal-step.module.css';

interface Props {
  proposal: ArticleProposal;
  groups: readonly ImportGroup[];
  group: string | null;
  onBack: () => void;
}

/** Every block with its kind, what is known of the article, and only then "Add". */
export function ProposalStep({ proposal, groups, group, onBack }: Props) {
  const router = useRouter();
  const [blocks, setBlocks] = useState(proposal.blocks);
  const [about, setAbout] = useState<About>(() => aboutOf(proposal));
  const [filled, setFilled] = useState(true);
  const [into, setInto] = useState(group ?? '');
  const { error, busy, run } = useRequest();

  async function add(event: FormEvent): Promise<void> {
    event.preventDefault();
    const input = confirmedImport(blocks, about, proposal.sha256, into);
    const answer = await run(async () =>
      input.ok
        ? askServer<{ article: ArticleView; readings: ReadingView[] }>(
            'POST',
            '/api/articles/confirm',
            input.value,
          )
        : input,
    );
    if (!answer.ok) return;
    setDraft('');
    const reading = answer.value.readings[0];
    router.push(reading === undefined ? '/' : `/readings/${encodeURIComponent(reading.id)}`);
  }

  const setAside = blocks.filter(({ kind }) => kind === 'furniture').length;
  return (
    <form onSubmit={add}>
      <PageHead
        title="Look it over"
        below={`${counted(proposal.words, 'word')} · ${counted(blocks.length, 'block')}, ${setAside} set aside as page furniture`}
      >
        <Button onClick={onBack}>Back to the text</Button>
      </PageHead>
      <div className={styles.known}>
        <Likeness
          proposal={proposal}
          filled={filled}
          onAbout={(said, isKnown) => {
            setAbout(said);
            setFilled(isKnown);
          }}
        />
      </div>
      <AboutFields about={about} onChange={setAbout} groups={groups} into={into} onInto={setInto} />
      <BlockList blocks={blocks} onChange={setBlocks} />
      <div className={styles.end}>
        {error !== null && <Notice kind="error">{error}</Notice>}
        <Button kind="main" type="submit" disabled={busy}>
          Add
        </Button>
        <p>Nothing is kept before you add it. Its wording is fixed from then on.</p>
      </div>
    </form>
  );
}
