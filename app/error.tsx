'use client';
import { Welcome } from '#components/sign-in/welcome.tsx';
import { Button } from '#components/ui/button.tsx';

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <Welcome title="Something broke on our side">
      <p>
        Your marks are safe: they are kept as soon as they say “Saved”. Try again; if it stays so,
        tell whoever runs this Postil.
      </p>
      <div>
        <Button kind="main" onClick={reset}>
          Try again
        </Button>
      </div>
    </Welcome>
  );
}
