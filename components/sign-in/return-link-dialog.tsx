'use client';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { NewReturnLink } from './new-return-link.tsx';

interface Props {
  open: boolean;
  onClose: () => void;
  /** Whose link: mine without it. */
  member?: { name: string; path: string };
}

/** Makes a return link and shows it once. */
export function ReturnLinkDialog({ open, onClose, member }: Props) {
  return (
    <Dialog
      title={member === undefined ? 'Your return link' : `A return link for ${member.name}`}
      open={open}
      onClose={onClose}
    >
      <p>
        {member === undefined
          ? 'Open it on another device to be yourself there, without a password.'
          : `With it ${member.name} comes back as the same person, on any device.`}{' '}
        Whoever has it can sign in, so give it to nobody else. A new link ends the one before.
      </p>
      <NewReturnLink {...(member && { path: member.path })}>
        {(made) => <Button onClick={onClose}>{made ? 'Done' : 'Cancel'}</Button>}
      </NewReturnLink>
    </Dialog>
  );
}
