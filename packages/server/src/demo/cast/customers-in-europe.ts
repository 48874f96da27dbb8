/** Customers of the demonstration in Europe. All of them are invented. */
import type { CastCustomer } from './customer.ts';

const STANDSTILL = { 'standstill-report-interval': '1 day' };

export const CUSTOMERS_IN_EUROPE: readonly CastCustomer[] = [
  {
    ...{
      name: 'Alder & Finch Bank',
      domain: 'alder-finch.example',
      zone: 'Europe/Berlin',
      country: 'DE',
      industry: 'Banking',
    },
    ...{
      segment: 'enterprise',
      revenue: 410_000,
      currency: 'EUR',
      hosts: 4200,
      joins: 3,
      manager: 'Hannah Brandt',
      incidents: 8,
      product: 'AlmaLinux support',
    },
    people: [
      { name: 'Lena Vogt', roles: ['technical-lead', 'customer-administrator'] },
      { name: 'Matthias Krüger', roles: ['approver'] },
      { name: 'Aylin Demir', roles: ['technical-lead'] },
      { name: 'Sofia Hartwig', roles: ['stakeholder'] },
    ],
    contracts: [
      {
        service: 'almacare',
        level: 'enhanced',
        parameters: { ...STANDSTILL, 'business-days': 'office-europe' },
        deviations: [{ promise: 'first-response', level: 'enhanced', severity: 1, value: '15 minutes' }],
        months: 12,
        renewal: 'automatic',
      },
      {
        service: 'tuxcare-tam',
        level: 'dedicated-tam',
        parameters: { 'manager-hours': 'manager-europe', 'visits-a-year': '2' },
        isAddOn: true,
        after: 10,
      },
    ],
  },
  {
    ...{
      name: 'Nordfjell Energi',
      domain: 'nordfjell.example',
      zone: 'Europe/Oslo',
      country: 'NO',
      industry: 'Energy',
    },
    ...{
      segment: 'mid-market',
      revenue: 96_000,
      currency: 'EUR',
      hosts: 900,
      joins: 5,
      manager: 'Hannah Brandt',
      incidents: 16,
      product: 'AlmaLinux support',
    },
    people: [
      { name: 'Sigrid Haugen', roles: ['technical-lead', 'customer-administrator'] },
      { name: 'Lars Brekke', roles: ['approver'] },
      { name: 'Nina Aas', roles: ['stakeholder'] },
    ],
    contracts: [
      {
        service: 'almacare',
        level: 'essential',
        parameters: { ...STANDSTILL, 'business-days': 'office-europe' },
        turn: { at: 0.55, is: 'changed', level: 'enhanced' },
      },
      {
        service: 'tuxcare-tam',
        level: 'tam',
        parameters: { 'manager-hours': 'manager-europe' },
        isAddOn: true,
        after: 20,
      },
    ],
  },
  {
    ...{
      name: 'Brightwater Insurance',
      domain: 'brightwater.example',
      zone: 'Europe/London',
      country: 'GB',
      industry: 'Insurance',
    },
    ...{
      segment: 'enterprise',
      revenue: 340_000,
      currency: 'GBP',
      hosts: 650,
      joins: 8,
      manager: 'Tomás Ferreira',
      incidents: 12,
      product: 'Managed services',
    },
    people: [
      { name: 'Imogen Farrow', roles: ['technical-lead', 'customer-administrator'] },
      { name: 'Rupert Haldane', roles: ['approver'] },
      { name: 'Zara Mistry', roles: ['technical-lead'] },
      { name: 'Niall Corrigan', zone: 'Europe/Dublin', roles: ['stakeholder'] },
    ],
    contracts: [
      {
        service: 'calligo-tam',
        level: 'standard',
        lead: 12,
        parameters: { 'incident-report-within': '3 business days', 'feedback-interval': '2 months' },
      },
    ],
  },
  {
    ...{
      name: 'Lumen Atelier',
      domain: 'lumen-atelier.example',
      zone: 'Europe/Paris',
      country: 'FR',
      industry: 'Design',
    },
    ...{
      segment: 'mid-market',
      revenue: 68_000,
      currency: 'EUR',
      hosts: 60,
      joins: 10,
      manager: 'Tomás Ferreira',
      incidents: 30,
      product: 'GitLab subscription',
    },
    people: [
      { name: 'Élodie Marchand', roles: ['technical-lead', 'customer-administrator'] },
      { name: 'Bastien Roche', roles: ['approver'] },
      { name: 'Camille Perrin', roles: ['stakeholder'] },
    ],
    contracts: [
      {
        service: 'gitlab-tam',
        level: 'commercial',
        parameters: { 'manager-hours': 'manager-europe' },
        turn: { at: 0.5, is: 'changed', parameters: { 'manager-hours': 'manager-europe', 'call-interval': '2 weeks' } },
      },
    ],
  },
];
