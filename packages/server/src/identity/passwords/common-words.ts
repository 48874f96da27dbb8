/**
 * The words and number rows that lead the published lists of leaked passwords, four characters and more. A small list of our
 * own, not a copy: with a length of 15 the long lists hold little that is not made of these.
 */
const LIST = `
password passwort passw0rd p@ssword p@ssw0rd pass1234 passwd letmein welcome willkommen bienvenue admin
administrator root toor login signin qwerty qwertz azerty iloveyou princess monkey dragon sunshine shadow master
superman batman football baseball basketball soccer hockey michael jennifer jordan hunter ranger buster killer
trustno1 charlie andrew daniel joshua matthew ashley jessica amanda nicole thomas robert george harley pepper
ginger cheese cookie flower summer winter spring autumn sommer hallo hello hallo123 whatever freedom starwars
pokemon computer internet secret geheim changeme default guest test1234 testing tester demo1234 temp1234
temporary access company support service helpdesk server system manager customer account security secure
maverick mustang corvette ferrari mercedes porsche yamaha honda toyota chelsea arsenal liverpool barcelona
madrid juventus london berlin paris munich hamburg vienna zurich newyork chicago dallas austin boston phoenix
denver orlando january february march april june july august september october november december monday tuesday
wednesday thursday friday saturday sunday januar februar maerz juni juli oktober dezember montag dienstag
mittwoch donnerstag freitag samstag sonntag lovely loveme lover babygirl sweety sweetheart angel angels
chocolate banana orange purple yellow silver golden diamond crystal rainbow butterfly dolphin panther tigger
tiger lion eagle eagles falcon wolf wolves bear horse puppy kitten snoopy mickey minnie donald garfield simpson
homer bart spongebob naruto zelda mario sonic matrix gandalf frodo merlin hogwarts potter hermione starbucks
google facebook twitter instagram linkedin youtube netflix amazon apple samsung microsoft windows linux ubuntu
debian oracle mysql postgres database oracle123 cisco juniper fortinet vmware citrix guitar music rockyou
metallica nirvana slipknot eminem beatles elvis blink182 greenday paradise heaven forever family mother father
brother sister friends friend grandma daughter danielle stephanie michelle melissa samantha elizabeth christian
christine patrick anthony william richard alexander benjamin jonathan nicholas victoria isabella sophia olivia
letmein1 letmein123 welcome1 welcome123 password1 password12 password123 passwort1 passwort123 admin123
admin1234 qwerty123 qwerty12345 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 3edc4rfv zaq12wsx zaq1xsw2 qazwsx qazwsxedc
asdf1234 zxcv1234 abcd1234 abc123 a1b2c3d4 aa123456 1234qwer q1w2e3r4 q1w2e3r4t5 123qwe 123qweasd 111111 000000
121212 123123 123321 654321 666666 696969 777777 888888 999999 112233 131313 159753 147258 147258369 741852963
789456 789456123 987654 102030 11223344 2000 2010 2012 2015 2018 2019 2020 2021 2022 2023 2024 2025 2026 2027
correct horsebatterystaple correcthorsebatterystaple thisismypassword mypassword yourpassword nopassword
newpassword oldpassword secretpassword opensesame sesame abracadabra supersecret topsecret ineedapassword
passphrase letmeinplease iloveyousomuch ilovemyself godisgood jesuschrist jesus blessed allah krishna superstar
rockstar princesa estrella teamo teamomucho tequiero contrasena contraseña motdepasse azerty123 bonjour soleil
chouchou doudou loulou parola heslo haslo senha salasana wachtwoord lozinka
`;

export const COMMON_WORDS: readonly string[] = LIST.trim().split(/\s+/);
