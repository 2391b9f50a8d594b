import type { CalendarItem } from '#src/api/schemas/calendar.ts';
import { useAsOf } from '#src/address/use-address.ts';
import { CalendarItemLine } from '../items/CalendarItemLine.tsx';
import { EventFileButton } from '../items/EventFileButton.tsx';
import { useItemLink } from '../items/use-item-link.ts';
import styles from './year.module.css';

interface Props {
  items: readonly CalendarItem[];
  title: string;
}

/** What a day or a month holds, each thing with the way to it and, where it has a day, as a file. */
export function DayItems({ items, title }: Props) {
  const { asOf } = useAsOf();
  const toItem = useItemLink();
  return (
    <div className={styles.details}>
      <p className={styles.detailsTitle}>{title}</p>
      <ul>
        {items.map((item) => (
          <li key={item.id} id={`item-${item.id}`}>
            <CalendarItemLine item={item} to={toItem(item)} asOf={asOf} isDateHidden />
            <EventFileButton item={item} />
          </li>
        ))}
      </ul>
    </div>
  );
}
