'use client';
import { useEffect, useState } from 'react';
import { useRequest } from '#components/ui/use-request.ts';
import { GiveStep } from './give-step.tsx';
import { forgetHandedOver, handedOver } from './handed-over.ts';
import type { ArticleProposal } from '#lib/article/article-proposal.ts';
import { ProposalStep } from './proposal-step.tsx';
import { askProposal, type Submission } from './submission.ts';

export interface ImportGroup {
  id: string;
  name: string;
}

interface Props {
  /** Groups in which I may make a reading of it. */
  groups: readonly ImportGroup[];
  /** The one that is chosen at first. */
  group: string | null;
}

/** From something that a person brings to an article: give it, look at every block, add it. */
export function ImportDesk({ groups, group }: Props) {
  const [proposal, setProposal] = useState<ArticleProposal | null>(handedOver);
  const { error, busy, run } = useRequest();

  async function propose(submission: Submission): Promise<void> {
    const answer = await run(() => askProposal(submission));
    if (!answer.ok) return;
    setProposal(answer.value);
    window.scrollTo(0, 0);
  }

  useEffect(() => forgetHandedOver, []);

  return (
    <>
      <div hidden={proposal !== null}>
        <GiveStep onGive={propose} busy={busy} error={error} />
      </div>
      {proposal !== null && (
        <ProposalStep
          proposal={proposal}
          groups={groups}
          group={group}
          onBack={() => setProposal(null)}
        />
      )}
    </>
  );
}
