import { LinkButton } from '#components/ui/link-button.tsx';
import { Page, PageHead } from '#components/ui/page.tsx';
import { TopBar } from '#components/ui/top-bar.tsx';

/** `at` in the address is no time. `path`: of the report as it stands. */
export function NoSuchTime({ path }: { path: string }) {
  return (
    <>
      <TopBar />
      <Page width="narrow">
        <PageHead
          title="That is no time"
          below="The address asks for a moment that cannot be read. Write it like 2026-11-22T09:30:00Z."
        />
        <p>
          <LinkButton href={path}>The report as it stands now</LinkButton>
        </p>
      </Page>
    </>
  );
}
