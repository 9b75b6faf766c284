'use client';
import { Button } from '#components/ui/button.tsx';

export function PrintButton() {
  return (
    <Button kind="main" onClick={() => window.print()}>
      Print
    </Button>
  );
}
