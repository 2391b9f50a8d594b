import styles from './figure.module.css';

/** The hatchings of one drawing: `<id>-future` for the ground, `<id>-cover` for the part of a bar still to come. */
export function FigureHatching({ id }: { id: string }) {
  return (
    <defs>
      <pattern
        id={`${id}-future`}
        width={8}
        height={8}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <line className={styles.hatch} x1={0} x2={0} y1={0} y2={8} />
      </pattern>
      <pattern
        id={`${id}-cover`}
        width={5}
        height={5}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <line className={styles.cover} x1={0} x2={0} y1={0} y2={5} />
      </pattern>
    </defs>
  );
}
