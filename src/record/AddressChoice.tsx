import { type ChoiceName, CHOICES, type Values } from '#src/address/parameters.ts';
import { useParameter } from '#src/address/use-address.ts';
import { Segmented } from '#src/ui/controls/Segmented.tsx';

interface Props<Name extends ChoiceName> {
  of: Name;
  label: string;
  isLabelHidden?: boolean;
  words: (value: Values[Name]) => string;
}

/** A choice of a closed list that the address keeps, with all of the list in view. */
export function AddressChoice<Name extends ChoiceName>({ of, words, ...rest }: Props<Name>) {
  const [value, setValue] = useParameter(of);
  const values = CHOICES[of] as unknown as readonly Values[Name][];
  return (
    <Segmented
      {...rest}
      name={of}
      value={value}
      onChange={setValue}
      options={values.map((one) => ({ value: one, label: words(one) }))}
    />
  );
}
