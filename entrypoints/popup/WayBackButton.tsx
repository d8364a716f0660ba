import { type ComponentProps, useRef } from 'react';
import { Button } from '../../components/Button.tsx';

/** ms in which a press was meant for Send, in whose place this button stands: the second half of a double click, an Enter too many. */
const afterthought = 600;

/** Undo or Cancel, from the moment in which Send was pressed. */
export function WayBackButton({ onClick, ...props }: ComponentProps<typeof Button>) {
  const shownAt = useRef(performance.now());
  const press: typeof onClick = (event) => {
    if (performance.now() - shownAt.current >= afterthought) onClick?.(event);
  };
  return <Button onClick={press} {...props} />;
}
