/** With `npm run build`: the web application, where its sources have changed, for an installation that may not write to itself. */
import { buildWeb } from '../packages/server/src/platform/web/build-web.ts';

const web = await buildWeb();
console.log(web.ok ? `${web.value.folder}${web.value.built ? '' : ' is current'}` : web.refusal.sentence);
if (!web.ok) process.exitCode = 1;
