import './part-tabs.css';

interface Props<T extends string> {
  /** For those who hear the page. */
  readonly label: string;
  readonly parts: readonly { readonly value: T; readonly label: string }[];
  readonly current: T;
  readonly onChoose: (part: T) => void;
}

/** The parts of a view, one of them shown; which one stands in the address. */
export function PartTabs<T extends string>({ label, parts, current, onChoose }: Props<T>) {
  return (
    <nav className="part-tabs" aria-label={label}>
      {parts.map((part) => (
        <button
          key={part.value}
          type="button"
          aria-current={part.value === current ? 'page' : undefined}
          onClick={() => onChoose(part.value)}
        >
          {part.label}
        </button>
      ))}
    </nav>
  );
}
