import type { Life } from '../life.js';
import { isChildOn, isSevere, type Chapter, type SyntheticPatient } from '../both/patient.js';

/** The assessment in a team, the diagnosis, and its end. */
export const assessPatient: Chapter = (life, patient) => {
  const { troubles } = patient;
  life.after(2, 5);
  life.choose('velg-utredningsniva', { niva: isSevere(patient) ? 'regionalt' : 'helseforetak' });
  life.choose('vurder-deltakelse', { profesjon: 'psykolog-psykiater', nodvendig: true });
  if (isSevere(patient)) admit(life, patient);
  if (troubles.has('uventet')) life.happen('overforingMottatt', {}, 1);
  const brisk = isBrisk(life, patient);
  contribute(life, patient, brisk);
  if (troubles.has('dod')) {
    life.after(5, 30);
    life.happen('pasientDod');
    return false;
  }
  if (troubles.has('lang-utredning')) life.after(70, 90);
  if (troubles.has('tredjelinje')) askThirdLine(life);
  life.after(1, brisk ? 3 : 10);
  diagnose(life, patient);
  life.after(0, brisk ? 1 : 5);
  life.choose('avslutt-utredning', { konklusjon: hasMe(patient) ? 'cfs-me' : 'annen-utmattelse' }, 'Utredningen er fullført.');
  life.after(2, troubles.has('svar-glemt') ? 14 : 6);
  life.choose('send-epikrise', { til: ['fastlege', 'henviser'] });
  return true;
};

/** Most patients here; the others have fatigue without PEM and are followed up all the same. */
export const hasMe = ({ functionLoss }: SyntheticPatient): boolean => functionLoss >= 50 && functionLoss % 5 !== 0;

/** Many assessments keep to the draft's four weeks from start to summary meeting; the others give a reason (BREACH-3). */
const isBrisk = ({ random }: Life, { troubles, severity }: SyntheticPatient): boolean => severity !== 'svaert-alvorlig' && troubles.size === 0 && random.chance(0.6);

function contribute(life: Life, patient: SyntheticPatient, brisk: boolean): void {
  const adults = ['lege', 'psykolog', 'ergoterapeut', 'fysioterapeut'];
  const children = ['barnelege', 'bup', 'ergoterapeut', 'spesialpedagog'];
  const team = isChildOn(patient, life.now) ? children : adults;
  const present = patient.troubles.has('team-mangler') ? team.slice(0, 1) : team;
  for (const profesjon of present) {
    life.after(brisk ? 2 : 5, brisk ? 3 : 11);
    life.choose('registrer-bidrag', { profesjon });
  }
}

function diagnose(life: Life, patient: SyntheticPatient): void {
  if (!hasMe(patient)) return void life.choose('sett-diagnose', { diagnose: 'annen-utmattelse', sattAv: 'spesialisthelsetjenesten' });
  life.choose('sett-diagnose', { diagnose: 'cfs-me', grunnlag: ['pem', 'nasjonal-veileder', 'nodvendig-utredning'], sattAv: 'spesialisthelsetjenesten' });
}

function askThirdLine(life: Life): void {
  life.after(2, 5);
  life.choose('henvis-tredjelinje', { henvisningId: 'tredjelinje-1', grunn: 'usikker-diagnose' });
  life.choose('be-om-veiledning', { sporsmalId: 'sporsmal-1', retning: '2-linje-til-3-linje' });
  life.after(8, 20);
  life.happen('veiledningBesvart', { sporsmalId: 'sporsmal-1', pasientDeltok: false });
  life.after(15, 30);
  life.happen('tredjelinjeSvar', { henvisningId: 'tredjelinje-1', utfall: 'rad' });
}

/** A planned admission, agreed beforehand (DOMAIN §6). */
function admit(life: Life, { troubles }: SyntheticPatient): void {
  life.after(3, 8);
  if (troubles.has('avvik')) life.choose('registrer-planlagt-innleggelse', { tiltak: ['enerom'] }, 'Innleggelsen ble framskyndet.');
  else life.choose('registrer-planlagt-innleggelse', { tiltak: ['avtalt-pa-forhand', 'enerom', 'fa-pleiere', 'plan-for-undersokelser'] });
}
