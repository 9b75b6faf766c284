'use client';
import {
  ChartBarStacked,
  ChartNoAxesColumn,
  CalendarClock,
  CheckCheck,
  CircleHelp,
  Ellipsis,
  Eye,
  EyeOff,
  Highlighter,
  ListChecks,
  Presentation,
  Users,
} from 'lucide-react';
import { AccountMenu } from '#components/sign-in/account-menu.tsx';
import { MenuItem, MenuLink } from '#components/ui/menu.tsx';
import { useObservable } from '#components/ui/use-observable.ts';
import { SHOW_KEYS } from './commands/help-commands.ts';
import { INSIGHT } from './commands/insight-commands.ts';
import { MARK_WHOLE_TEXT, NEXT_VIEW } from './commands/view-commands.ts';
import { presentPath } from './insight-beside.ts';
import { useRoom } from './room.ts';
import { viewBeside } from './views.ts';
import styles from './room-menu.module.css';

/** What can be done in this room, above my account. */
export function RoomMenu() {
  const room = useRoom();
  const { page, state } = room;
  const { placeHidden, wholeText } = room.settings;
  const hidden = useObservable(placeHidden, false);
  const whole = useObservable(wholeText, false);
  const next = viewBeside(useObservable(state.paint, 'marks'), 1);
  const unread = useObservable(room.unread.unread);
  const insight = useObservable(state.insight, false);
  return (
    <AccountMenu user={page.user} button={<Ellipsis size={18} aria-hidden="true" />}>
      <MenuItem onSelect={() => NEXT_VIEW.run(room, null)}>
        <Highlighter size={16} aria-hidden="true" /> Show {next.name.toLowerCase()}
      </MenuItem>
      <MenuItem onSelect={() => INSIGHT.run(room, null)}>
        <ChartBarStacked size={16} aria-hidden="true" />
        {insight ? 'Show the margin' : 'Insight of this passage'}
      </MenuItem>
      <MenuLink href={presentPath(page.reading.id)}>
        <Presentation size={16} aria-hidden="true" /> Present
      </MenuLink>
      <span className={styles.phone}>
        <MenuLink href={`/readings/${page.reading.id}/insight`}>
          <ChartNoAxesColumn size={16} aria-hidden="true" /> Insight
        </MenuLink>
      </span>
      <MenuItem onSelect={() => placeHidden.set(!hidden)}>
        {hidden ? <Eye size={16} aria-hidden="true" /> : <EyeOff size={16} aria-hidden="true" />}
        {hidden ? 'Show where I am' : 'Hide where I am'}
      </MenuItem>
      <MenuItem onSelect={() => MARK_WHOLE_TEXT.run(room, null)}>
        <ListChecks size={16} aria-hidden="true" />
        <span>
          {whole ? 'Draw marks as you read' : 'Draw all marks at once'}
          <small className={styles.why}>For screen readers and your browser’s own search</small>
        </span>
      </MenuItem>
      <MenuItem onSelect={() => SHOW_KEYS.run(room, null)}>
        <CircleHelp size={16} aria-hidden="true" /> Keys and codebook
      </MenuItem>
      {unread.size > 0 && (
        <MenuItem onSelect={() => room.unread.read([...unread])}>
          <CheckCheck size={16} aria-hidden="true" /> Mark all as read
        </MenuItem>
      )}
      <MenuLink href={`/groups/${page.reading.group}/predictions`}>
        <CalendarClock size={16} aria-hidden="true" /> Predictions
      </MenuLink>
      <MenuLink href={`/groups/${page.reading.group}`}>
        <Users size={16} aria-hidden="true" /> {page.groupName}
      </MenuLink>
    </AccountMenu>
  );
}
