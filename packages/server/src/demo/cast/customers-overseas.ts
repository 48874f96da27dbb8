/** Customers of the demonstration in Asia, Australia and the Americas. All of them are invented. */
import type { CastCustomer } from './customer.ts';

const STANDSTILL = { 'standstill-report-interval': '1 day' };
const SINGAPORE = {
  singapore: {
    zone: 'Asia/Singapore',
    weekly: { 'mon-fri': ['09:00-18:00'] },
    holidays: { country: 'SG', list: 'date-holidays 3.37.0' },
  },
};

export const CUSTOMERS_OVERSEAS: readonly CastCustomer[] = [
  {
    ...{
      name: 'Maple Harbour Logistics',
      domain: 'maple-harbour.example',
      zone: 'America/Toronto',
      country: 'CA',
      industry: 'Logistics',
    },
    ...{
      segment: 'mid-market',
      revenue: 180_000,
      currency: 'CAD',
      hosts: 320,
      joins: 4,
      manager: 'Dana Whitfield',
      incidents: 13,
      product: 'Managed services',
    },
    people: [
      { name: 'Renée Gagnon', roles: ['technical-lead', 'customer-administrator'] },
      { name: 'Owen Tremblay', roles: ['approver'] },
      { name: 'Grace Liang', roles: ['stakeholder'] },
    ],
    contracts: [
      {
        service: 'calligo-tam',
        level: 'standard',
        lead: 12,
        parameters: { 'business-hours': 'business-hours-america' },
        months: 6,
        renewal: 'on-agreement',
        turn: { at: 0.86, is: 'renewed' },
      },
    ],
  },
  {
    ...{
      name: 'Quillback Robotics',
      domain: 'quillback.example',
      zone: 'America/Los_Angeles',
      country: 'US',
      industry: 'Manufacturing',
    },
    ...{
      segment: 'enterprise',
      revenue: 720_000,
      currency: 'USD',
      hosts: 2600,
      joins: 4,
      manager: 'Luis Navarro',
      incidents: 14,
      product: 'Cloud platform',
    },
    people: [
      { name: 'Harper Nakagawa', roles: ['technical-lead', 'customer-administrator'] },
      { name: 'Miles Abernathy', roles: ['approver'] },
      { name: 'Ivy Castellanos', roles: ['technical-lead'] },
      { name: 'Desmond Pike', zone: 'America/Denver', roles: ['stakeholder'] },
    ],
    contracts: [
      {
        service: 'aws-enterprise',
        level: 'enterprise',
        parameters: { 'status-interval': '12 hours', 'quota-review-interval': '2 weeks' },
      },
    ],
  },
  {
    ...{
      name: 'Sierra Clara Foods',
      domain: 'sierra-clara.example',
      zone: 'America/Mexico_City',
      country: 'MX',
      industry: 'Food',
    },
    ...{
      segment: 'mid-market',
      revenue: 130_000,
      currency: 'USD',
      hosts: 410,
      joins: 12,
      manager: 'Luis Navarro',
      incidents: 20,
      product: 'Cloud platform',
    },
    people: [
      { name: 'Ximena Robles', roles: ['technical-lead', 'customer-administrator'] },
      { name: 'Jorge Ibarra', roles: ['approver'] },
      { name: 'Paola Mejía', roles: ['stakeholder'] },
    ],
    contracts: [
      {
        service: 'aws-enterprise',
        level: 'on-ramp',
        parameters: { 'status-interval': '24 hours', 'quota-review-interval': '1 month' },
      },
    ],
  },
  {
    ...{ name: 'Hoshizora Games', domain: 'hoshizora.example', zone: 'Asia/Tokyo', country: 'JP', industry: 'Games' },
    ...{
      segment: 'enterprise',
      revenue: 260_000,
      currency: 'USD',
      hosts: 3100,
      joins: 6,
      manager: 'Yuki Tanabe',
      incidents: 10,
      product: 'AlmaLinux support',
    },
    people: [
      { name: 'Haruto Mizuno', roles: ['technical-lead', 'customer-administrator'] },
      { name: 'Aoi Kitagawa', roles: ['approver'] },
      { name: 'Ren Shimura', roles: ['technical-lead'] },
      { name: 'Mei Otsuka', roles: ['stakeholder'] },
    ],
    contracts: [
      { service: 'almacare', level: 'enhanced', parameters: { 'standstill-report-interval': '2 days' } },
      {
        service: 'tuxcare-tam',
        level: 'tam',
        parameters: { 'manager-hours': 'manager-asia' },
        isAddOn: true,
        after: 3,
      },
    ],
  },
  {
    ...{
      name: 'Kurrajong Health',
      domain: 'kurrajong.example',
      zone: 'Australia/Sydney',
      country: 'AU',
      industry: 'Health care',
    },
    ...{
      segment: 'enterprise',
      revenue: 210_000,
      currency: 'AUD',
      hosts: 780,
      joins: 7,
      manager: 'Yuki Tanabe',
      incidents: 18,
      product: 'GitLab subscription',
    },
    people: [
      { name: 'Matilda Rourke', roles: ['technical-lead', 'customer-administrator'] },
      { name: 'Callum Dwyer', roles: ['approver'] },
      { name: 'Asha Pillai', zone: 'Australia/Perth', roles: ['stakeholder'] },
    ],
    contracts: [
      {
        service: 'gitlab-tam',
        level: 'enterprise',
        parameters: { 'executive-reviews-a-year': '2' },
        // Waits for the approver at the end of the story.
        turn: { at: 0.993, is: 'changed', parameters: { 'executive-reviews-a-year': '2', 'call-interval': '2 weeks' } },
      },
    ],
  },
  {
    ...{
      name: 'Sunda Telecom',
      domain: 'sunda.example',
      zone: 'Asia/Singapore',
      country: 'SG',
      industry: 'Telecommunications',
    },
    ...{
      segment: 'enterprise',
      revenue: 520_000,
      currency: 'USD',
      hosts: 5600,
      joins: 9,
      manager: 'Yuki Tanabe',
      incidents: 9,
      product: 'AlmaLinux support',
    },
    people: [
      { name: 'Wei Ling Tan', roles: ['technical-lead', 'customer-administrator'] },
      { name: 'Arjun Nair', roles: ['approver'] },
      { name: 'Siti Rahmah', roles: ['technical-lead'] },
      { name: 'Marcus Ong', roles: ['stakeholder'] },
    ],
    contracts: [
      {
        service: 'almacare',
        level: 'enhanced',
        parameters: { ...STANDSTILL, 'business-days': 'singapore' },
        calendars: SINGAPORE,
        turn: { at: 0.64, is: 'changed', newest: true },
      },
    ],
  },
  {
    ...{
      name: 'Rio Verde Agritech',
      domain: 'rio-verde.example',
      zone: 'America/Sao_Paulo',
      country: 'BR',
      industry: 'Agriculture',
    },
    ...{
      segment: 'small-business',
      revenue: 38_000,
      currency: 'USD',
      hosts: 240,
      joins: 6,
      manager: 'Dana Whitfield',
      incidents: 22,
      product: 'AlmaLinux support',
    },
    people: [
      { name: 'Beatriz Moura', roles: ['technical-lead', 'customer-administrator'] },
      { name: 'Caio Azevedo', roles: ['approver'] },
      { name: 'Luana Prado', roles: ['stakeholder'] },
    ],
    contracts: [
      { service: 'almacare', level: 'essential', parameters: STANDSTILL, months: 24, turn: { at: 0.82, is: 'ended' } },
    ],
  },
  {
    ...{
      name: 'Prairie Sky Media',
      domain: 'prairie-sky.example',
      zone: 'America/Chicago',
      country: 'US',
      industry: 'Media',
    },
    ...{
      segment: 'enterprise',
      revenue: 300_000,
      currency: 'USD',
      hosts: 1500,
      joins: 30,
      manager: 'Dana Whitfield',
      incidents: 15,
      product: 'Cloud platform',
    },
    people: [
      { name: 'Josephine Tull', roles: ['technical-lead', 'customer-administrator'] },
      { name: 'Harlan Voss', roles: ['approver'] },
      { name: 'Keisha Monroe', roles: ['stakeholder'] },
    ],
    contracts: [
      {
        service: 'aws-enterprise',
        level: 'enterprise',
        parameters: { 'status-interval': '24 hours', 'meeting-interval': '2 weeks' },
      },
      { service: 'gitlab-tam', level: 'enterprise', ahead: 24 },
    ],
  },
];
