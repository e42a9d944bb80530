import { Button } from '../parts/button.js';
import type { Act } from './act.js';

interface ActButtonProps {
  readonly act: Pick<Act<never>, 'shortcut' | 'look'>;
  /** Its words, as the act says them. */
  readonly children: string;
  /** Not yet: it has no key and is not the next step. */
  readonly disabled?: boolean;
  readonly className?: string;
  /** Said under its words. */
  readonly note?: string | undefined;
  readonly onPress: () => void;
}

/** The button of an act with its key; filled where it is the next step. */
export function ActButton({ act: { shortcut, look }, disabled = false, note, ...rest }: ActButtonProps) {
  const button = { ...rest, ...(note && { note: <small>{note}</small> }) };
  if (disabled) return <Button disabled {...button} />;
  return <Button {...(shortcut && { keys: shortcut })} {...(look && { look })} {...button} />;
}
