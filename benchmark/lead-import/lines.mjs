import fs from 'node:fs';
import { once } from 'node:events';

/** The names of the columns, in their order. */
const columns = ['Id', 'Name', 'E-mail', 'Phone', 'Company', 'Source', 'Detail', 'City'];

/** How the columns become fields. */
export const mapping = {
  fields: [
    { field: 'EXTERNAL_REFERENCE', column: 'Id' },
    { field: 'NAME', column: 'Name' },
    { field: 'EMAIL', column: 'E-mail' },
    { field: 'PHONE', column: 'Phone' },
    { field: 'COMPANY', column: 'Company' },
    { field: 'SOURCE', column: 'Source' },
    { field: 'SOURCE_DETAIL', column: 'Detail' },
    { field: 'FIELD', key: 'city', column: 'City' },
  ],
};

const firstNames = ['Anna', 'Bruno', 'Chiara', 'Dmitri', 'Elif', 'Farid', 'Greta', 'Hiro', 'Ines', 'Jonas', 'Katrin', 'Liam', 'Mina'];
const lastNames = ['Lindqvist', 'Marchand', 'Esposito', 'Volkov', 'Nyberg', 'Haddad', 'Olsen', 'Tanaka', 'Carvalho', 'Weber', 'Holm'];
const kinds = ['GmbH', 'AB', 'SARL', 'Ltd', 'KK', 'BV', 'Oy'];
const sources = ['WEBSITE', 'META', 'PARTNER', 'REFERRAL', 'API'];
const details = ['autumn form', 'spring fair', 'newsletter', 'chat', 'price page', 'partner portal'];
const cities = ['Stockholm', 'Lyon', 'Napoli', 'Berlin', 'Oslo', 'Osaka', 'Porto', 'Aarhus', 'Dublin', 'Utrecht'];

const pick = (list, number) => list[number % list.length];

/** A lead of that number: always the same, and no two with the same reference, address or telephone number. */
function line(number) {
  const first = pick(firstNames, number);
  const last = pick(lastNames, number);
  return [
    `B-${number}`,
    `${first} ${last}`,
    `${first}.${last}.${number}@example.com`.toLowerCase(),
    `+4930${String(10_000_000 + number)}`,
    `"${last}, ${first[0]}. ${pick(kinds, number)}"`,
    pick(sources, number),
    pick(details, number),
    pick(cities, number),
  ].join(',');
}

/** Writes a CSV file of so many leads. */
export async function writeLines(file, count) {
  const stream = fs.createWriteStream(file);
  stream.write(`${columns.join(',')}\n`);
  for (let number = 0; number < count; number++) {
    if (!stream.write(`${line(number)}\n`)) {
      await once(stream, 'drain');
    }
  }
  stream.end();
  await once(stream, 'finish');
}
