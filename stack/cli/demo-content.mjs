/** The demo data: always the same names, amounts and states, so that a text or a test can rely on them. */

export const workspaces = [
  {
    id: '1001',
    name: 'Northwind Broadband',
    people: [
      ['Olivia Northwind', 'olivia@northwind.example', 'OWNER'],
      ['Marcus Hale', 'marcus@northwind.example', 'MANAGER'],
      ['Aisha Karim', 'aisha@northwind.example', 'AGENT'],
      ['Viktor Lund', 'viktor@northwind.example', 'VIEWER'],
    ],
    currency: 'EUR',
    plans: [
      { product: 'FIBRE', code: 'FIBRE-250', name: 'Fibre 250', setup: '49.00', recurring: '29.90' },
      { product: 'FIBRE', code: 'FIBRE-1000', name: 'Fibre 1000', setup: '0.00', recurring: '54.90' },
      { product: 'MOBILE_POSTPAID', code: 'MOBILE-20', name: 'Mobile 20 GB', setup: '9.90', recurring: '19.95' },
    ],
    leads: 24,
  },
  {
    id: '1002',
    name: 'Harbor Finance',
    people: [
      ['Hannah Reyes', 'hannah@harbor.example', 'OWNER'],
      ['Tomasz Wolski', 'tomasz@harbor.example', 'MANAGER'],
      ['Grace Okafor', 'grace@harbor.example', 'AGENT'],
      ['Ines Duarte', 'ines@harbor.example', 'VIEWER'],
    ],
    currency: 'USD',
    plans: [
      { product: 'PERSONAL_LOAN', code: 'LOAN-BASIC', name: 'Personal loan', setup: '120.00', recurring: '15.00' },
      { product: 'CREDIT_CARD', code: 'CARD-GOLD', name: 'Gold card', setup: '0.00', recurring: '8.50' },
    ],
    leads: 12,
  },
];

const firstNames = ['Ada', 'Bruno', 'Chiara', 'Daniel', 'Elif', 'Farah', 'Goran', 'Hilde', 'Ivan', 'Jade', 'Kofi', 'Lena'];
const lastNames = ['Brightwater', 'Castell', 'Dupont', 'Engel', 'Ferrari', 'Grant', 'Hoffmann', 'Ito', 'Jensen', 'Kowalski', 'Lopez'];
const sources = ['WEBSITE', 'META', 'PARTNER', 'REFERRAL', 'API', 'MANUAL'];

/** How far the lead of that number gets: every third stays new, every sixth becomes an offer. */
export const journeyOf = (number) => ['NEW', 'CONTACTED', 'NEW', 'QUALIFIED', 'CONTACTED', 'OFFERED'][number % 6];

/** The lead of that number in a workspace, as createLead takes it. */
export function leadOf(workspace, number) {
  const first = firstNames[number % firstNames.length];
  const last = lastNames[number % lastNames.length];
  return {
    name: `${first} ${last}`,
    email: `${first}.${last}.${number}@${workspace.id}.example`.toLowerCase(),
    phone: `+49309018${String(2000 + number)}`,
    company: number % 4 === 0 ? `${last} GmbH` : undefined,
    source: sources[number % sources.length],
    score: (number * 37) % 101,
    tags: number % 5 === 0 ? ['vip'] : [],
  };
}
