export type Field = 'email' | 'name' | 'given' | 'middle' | 'family' | 'company' | 'groups' | 'note';

/** Names of columns in the files of Google, Outlook and Thunderbird, and what people call them. Compared in lower case without signs. */
const names: Record<Field, RegExp> = {
  email:
    /^(?:e ?mail|mail|(?:primary|secondary|additional|work|home|private|other) e ?mail|e ?mail \d?|e ?mail(?: \d)? (?:address|value)|e ?mail ?adress[ea]?|e ?mailová adresa|mailadresse|courriel|correo|address)$/,
  name: /^(?:name|full name|display name|displayname|contact|contact name|anzeigename|jméno|nom|nombre)$/,
  given: /^(?:first name|given name|firstname|vorname|křestní jméno|prénom)$/,
  middle: /^(?:middle name|additional name)$/,
  family: /^(?:last name|family name|surname|lastname|nachname|příjmení)$/,
  company: /^(?:company|organi[sz]ation|organi[sz]ation name|organi[sz]ation \d name|firma|société)$/,
  groups: /^(?:groups?|labels|group membership|categories|kategorien|skupiny)$/,
  note: /^(?:notes?|notizen|poznámk[ay])$/,
};

/** Where the columns of each field are; undefined when this row names no column with addresses, so that it is no heading. */
export function columnsOf(row: string[]): Record<Field, number[]> | undefined {
  const fields = row.map(fieldOf);
  if (!fields.includes('email')) return undefined;
  const places = (field: Field) => [...fields.keys()].filter((at) => fields[at] === field);
  const entries = (Object.keys(names) as Field[]).map((field) => [field, places(field)] as const);
  return Object.fromEntries(entries) as Record<Field, number[]>;
}

function fieldOf(heading: string): Field | undefined {
  const plain = heading
    .toLowerCase()
    .replace(/[-_–.:()]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return (Object.keys(names) as Field[]).find((field) => names[field].test(plain));
}
