/** What people say to each other on tickets, in Markdown. */
import type { Chance } from '../chance.ts';

type Side = 'provider' | 'customer';

const REPLIES: Readonly<Record<Side, readonly [string, ...string[]]>> = {
  provider: [
    'Thank you. Could you send the output of these two, from one affected host?\n\n```\njournalctl -k -b -1 | tail -n 200\ndnf history info last\n```',
    'We see the same pattern in the log:\n\n```\nblk_update_request: I/O error, dev nvme1n1, sector 118204416\nXFS (nvme1n1p3): metadata I/O error in "xfs_buf_ioend"\n```\n\nThat points below the file system. Has the firmware been changed lately?',
    'A test build is running through our regression suite. We expect to hand it to you tomorrow morning.',
    'Reproduced in our lab with your package list. The regression came with the last minor update; **pinning the previous version** avoids it meanwhile.',
    'Two questions:\n\n1. Does it also happen without the security agent?\n2. Since which date exactly?',
    'The vendor confirmed the fault and gave us a date for the fix: the end of next week.',
    'We have gone through the core dump. The process waits on a lock that was taken before the failover and never released.',
    'Nothing new from the second run. We keep the trace open over night and report in the morning.',
  ],
  customer: [
    'Here it is:\n\n> Could you send the output\n\n```\nKernel panic - not syncing: Fatal exception in interrupt\nCPU: 12 PID: 0 Comm: swapper/12 Tainted: G        W\n```',
    'It happened again at 04:10, on another node of the same rack.',
    'Tested your build on two hosts: no failure since yesterday evening.',
    'Our people would like to know whether they can do the planned change on Saturday.',
    'Yes to the first, and since **last Thursday** to the second. We changed nothing on our side but the certificate.',
    'The workaround holds. Please keep this open until the fix is released.',
    'Any news? The month-end run is on Friday, and it needs these hosts.',
    'I have told our storage colleague, who knows the fabric.',
  ],
};

const NOTES: readonly [string, ...string[]] = [
  'Same signature as the one of last month; the fix went into the 5.14 branch only. Ask engineering for a backport.',
  'Customer is under pressure before month end. Keep the updates short and on time.',
  'Their array runs a firmware that the vendor withdrew. Say so only once the vendor has confirmed it.',
  'Handing over for the night: the trace is on the lab host, next look at 06:00 UTC.',
  'If this comes a third time, offer a root cause analysis.',
];

/** Undefined where what is noted with the fact is what is said. */
export function noteOfTicket(event: string, side: Side, chance: Chance): string | undefined {
  if (event === 'replied') return chance.pick(REPLIES[side]);
  return event === 'noted' ? chance.pick(NOTES) : undefined;
}
