import { useState, type ToggleEvent } from 'react';

/**
 * The state of a part that unfolds, for its `<details>`: it opens by itself when there comes to be a reason, and is only
 * ever shut by hand, since to shut it would take what the reader has under the pointer or in focus.
 */
export function useUnfolding(hasReason: boolean) {
  const [isOpen, setIsOpen] = useState(hasReason);
  const [hadReason, setHadReason] = useState(hasReason);
  if (hasReason !== hadReason) {
    setHadReason(hasReason);
    if (hasReason) setIsOpen(true);
  }
  return {
    open: isOpen,
    onToggle: (event: ToggleEvent<HTMLDetailsElement>) => setIsOpen(event.currentTarget.open),
  };
}
