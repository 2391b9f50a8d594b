import type { MouseEvent } from 'react';

import { Link } from '#src/ui/Link.tsx';
import styles from './SearchDialog.module.css';
import { SearchLine } from './SearchLine.tsx';
import type { SearchOption } from '#src/record/matches/search-options.ts';
import { useTargetLink } from '#src/record/matches/use-target-link.ts';

interface Props {
  id: string;
  option: SearchOption;
  isActive: boolean;
  /** What was looked for. */
  q: string;
  /** How many matches the option's group has. */
  total: number;
  /** What is known of the match beside itself. */
  notes: readonly string[];
  /** A match was pressed; the browser follows its link, in a new tab where the reader asked for one. */
  onFollow: () => void;
  /** The rest of the group was asked for, here. */
  onShowAll: () => void;
}

const bringIntoView = (option: HTMLElement | null) => option?.scrollIntoView({ block: 'nearest' });

/** An option of the list: a link where it leads to a page. The focus stays in the field, never here. */
export function OptionLine({ id, option, isActive, q, total, notes, onFollow, onShowAll }: Props) {
  const targetLink = useTargetLink();
  const shared = {
    ref: isActive ? bringIntoView : undefined,
    id,
    role: 'option',
    tabIndex: -1,
    'aria-selected': isActive,
    className: styles.option,
    onMouseDown: (event: MouseEvent) => event.preventDefault(),
    children: <SearchLine option={option} q={q} total={total} notes={notes} />,
  };
  return option.target === null ? (
    <button type="button" {...shared} onClick={onShowAll} />
  ) : (
    <Link {...shared} to={targetLink(option.target)} onClick={onFollow} />
  );
}
