"""Words by which a name is told: given names, surnames, honorifics, ranks, and what is no name.

Modest lists on purpose. They need not know every name: a name seldom comes alone, and one that
is found refuses the whole return.
"""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    """Words written in a row."""
    return frozenset(words.split())


# Given names that are hardly ever another word.
GIVEN = listed(
    """
    aaliyah aarav aaron abdul abdullah abdullahi abena abigail adam adebayo adele adeola adrian
    advait adwoa agnes agnieszka ahmad aidan aisha akosua akua alan albert alejandro alessandro
    alex alexander alexandra alexis alfie alice alicia alison alistair aliyah ama amanda amelia
    amelie amina amir amit amy ana ananya anastasia andre andrea andrei andrew andrzej aneta
    angela anil anita anna anne annie anthony antonio archie arjun arthur arun asha ashley asif
    ayaan ayesha ayse barbara beata beatrice ben benjamin bernadette bernard beth bethany
    bharat bilal boris brandon brenda brian bridget bukola callum cameron camilla carl carlos
    caroline carolyn catherine cathy chanel chantal chantelle charles charlie charlotte cheryl
    chidi chinedu chioma chloe chris christina christine christopher chukwuemeka claire clare
    claudia colin connor courtney craig cressida curtis daniel danielle darren dave david dawid
    deborah deepa deepak denise dennis derek diana diane dinesh dominic donna dorota dorothy
    dru duncan dylan ebele ebony eddie edward efua eileen elaine eleanor elena elif elijah
    elizabeth ella ellie elliot emeka emily emma emre eric erin ethan evelyn evie ewa fahad
    faisal farah fatima fatma fatoumata fatuma felix fernando filip fiona florin folake freddie
    freya funmi gabriel gareth gary gemma geoffrey george gerald gheorghe gillian giovanni gita
    glenn gloria gordon graham gregory grzegorz guillermo gurpreet habiba halima hamza hanna
    hannah harold harpreet harriet harry harvey hassan hatice hawa hayley hazel helen henry
    hilary hodan hugh hugo huong ian ibrahim ibrahima idris ifeoma imani imogen imran ioana
    ionut irene isaac isabel isabella isla ismail iwona jack jackie jacob jacqueline jade jaden
    jadwiga jake jakub jamal james jamie jamila jane janet janice jasmine jason jaspreet jayden
    jean jeffrey jennette jennifer jenny jeremy jerome jessica jill joan joanna joanne joe joel
    johanna john johnny jonathan jose joseph josephine joshua juan judith julia julian julie
    justin kacper kai kamal karen karim karl katarzyna kate katherine kathleen kathryn kathy
    katie katy kavita kayla kayleigh keisha keith kelly kemi ken kenneth kerry kevin khadija
    khalid kieran kimberley kiran kirsten kirsty kofi krishna krystyna krzysztof kwabena kwaku
    kwame kyle laila lakshmi lalita latoya laura lauren lawrence leah leon leonard leroy lesley
    leslie liam liaquat linda linh lisa logan lola lorraine louis louise luca lucas lucinda
    lucy luis lukasz luke lydia lynn maddison maggie mahmoud malcolm malgorzata malik manpreet
    marai marcin marcus marek margaret maria mariam marie marion marjorie martha martin martyn
    mary maryam maryama mateusz matilda matthew maureen maya meera megan mehmet melanie melissa
    mia michael michal michelle mihai mike mikhail miriam mohamed mohammad mohammed mohamud
    mohan molly monica muhammad murat musa mustafa nadia nadine nancy naomi nasra natalie
    natasha nathan nathaniel neha neil ngozi nguyet niamh nicholas nicola nicole nigel nikhil
    nina nisha nkechi noah noel nora obinna ofelia oksana olga oliver olivia olu oluwaseun omar
    omari oscar oskar owen pamela parveen patricia patrick paul paula pauline pawel pedro peter
    phil philip phillip piotr pooja poppy priti priya rachel rafael rafal raheem rahul rajesh
    rajiv ralph ranjit rashid ravi raymond rebecca reece rekha renata reuben rhys ricardo
    richard riley rita robert roberta roger rohan ronald rosie roxanne roy rupert ruth ryan
    saad sabrina sadia sadiq safiya sahra saima salim sally salma sam samantha samia samira
    samuel sandeep sandra sanjay santiago sara sarah sarita sasha scarlett sean sebastian
    shabana shakira shane shanice shannon sharon shaun sheila shirley shreya sian simran
    siobhan slawomir sofia sophia sophie stacey stanislaw stanley stella stephanie stephen
    steve steven stuart sukhdeep sumaya sunita suresh susan suzanne svetlana sylvia sylwia
    tadeusz tahir tahira tamara tanya tariq tatiana tejal teresa tereza terry thandiwe theo
    theresa thomas tiffany tim timothy tobias toby tomasz tony tracey tracy trevor tunde tyler
    tyrone uche umar urszula usha usman valerie vanessa vasile vera veronica vijay vikas vikram
    vincent vivian wayne wendy wesley wiktoria william winston wojciech xavier xiaoming yaa
    yahya yasmin yaw yemi yolanda yousef yusra yusuf yvonne zac zachary zack zahid zahra zainab
    zak zara zbigniew zeinab zoe zofia zubair zuzanna
    """
)
# Given names that are also words or places: taken for one where another capital follows.
ALSO_GIVEN = listed(
    """
    ali amber anton bob cassandra daisy dean faith florence francis frank georgia grace harley
    heather holly ivy jordan joy kim lee len lena lewis lily mark mason minh nana nick
    pearl ray rob robin rose ruby sue tia tom val victoria
    """
)
# Surnames that are hardly ever another word.
SURNAMES = listed(
    """
    abdi abdullah adams adebayo adeleke adewale adeyemi afolabi ahmed akande akhtar aktar allen
    anderson asante ashraf bailey bains balogun banerjee begum bekele bello bennett bhatt
    bhattacharya boateng byrne campbell carter celik chatterjee chaudhry chopra choudhury
    chowdhury clark clarke collins cooper cox das davies davis demir desai dhillon diallo
    dimitrov dixon doherty donnelly duarte edwards ellis evans eze farah fernandes ferreira
    fitzgerald gallagher garcia georgiev gill gomez goncalves gonzalez grewal griffiths gupta
    haile hamilton harris harrison hassan henderson herrera horvath hughes hussain hussein
    ibrahim ionescu iqbal ivanov iyer jackson james javed jenkins johnson jones joshi kamau
    kaminski kapoor kaur kavanagh kaya kebede kelly kennedy khan khatun kovacs kowalski kumar
    lewandowska lewandowski lewis lopez macdonald mahmood malhotra malik martin martinez mason
    matthews mcarthur mccarthy mcdonagh mcdonald mcgrath mckenzie mclean mcmahon mehta mensah
    miah miller mirza mistry mitchell mohamed mohammed morales morgan morris morrison mukherjee
    murphy murray mwangi naidu nair nguyen novak nowak nwosu o'brien o'connell o'connor o'hara
    o'neill o'sullivan obasi obi obrien oconnor ogunleye ojo okafor okeke okonkwo okoro oladipo
    oliveira olsen onyango osei osman otieno owusu ozturk parker patel pereira perez petrov
    phillips pillai popescu qureshi rahman ramirez rashid reddy reid reynolds ribeiro richards
    richardson roberts robertson robinson rodrigues rodriguez rogers romero russell saeed
    sanchez sandhu santos scott shah shaikh sharma shaw sheikh siddiqui sidhu silva simpson
    sinclair singh smith souza stevens stewart sullivan sultana sutherland taylor tesfaye
    thomas thompson thomson tran turner uddin vasquez walker warsame watson williams wilson
    wisniewski wojciechowski wojcik wright yilmaz yusuf yusufzai zielinski
    """
)
# Before a name, and seldom before anything else.
HONORIFICS = listed(
    """
    baron baroness cllr councillor dame dr lady lord miss mr mrs ms mx prof professor rev
    reverend sir
    """
)
# These are no other word, in small letters either.
SURELY_BEFORE_A_NAME = listed("cllr mr mrs")
# What a point may follow before a name.
ABBREVIATED = listed("cdr cllr dr insp mr mrs ms mx prof rev sgt supt")
# Ranks and offices before a name; the short ones count in capitals alone.
OFFICES = listed(
    """
    cdr chair chairman chairwoman commander commissioner constable detective executive insp
    inspector judge justice mayor minister secretary sergeant sgt superintendent supt
    """
)
SHORT_RANKS = listed("AC DAC DC DCI DCS DI DS DSU PC PS WPC")
# What stands before a name in a sentence about one person.
ROLES = listed(
    """
    aka boy brother called carer child daughter father girl mother named parent sister son suspect
    victim
    """
)
# What makes the word after it part of another name: St George, Operation Alice.
BEFORE_OTHERS = listed("st saint operation project king queen prince princess")
# What makes the words before it an institution: Lucy Faithfull Foundation.
INSTITUTIONS = listed(
    """
    academy act acts avenue award centre charity church college command foundation fund hall
    hospital house infirmary inquiry institute lane law park review road school square street
    town trust university ward
    """
)
# Capitalised words of the field that are no surname.
NO_NAMES = (
    INSTITUTIONS
    | OFFICES
    | HONORIFICS
    | listed(
        """
    january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday q1 q2 q3 q4 barking dagenham barnet bexley
    brent bromley camden croydon ealing enfield greenwich hackney hammersmith fulham haringey
    harrow havering hillingdon hounslow islington kensington chelsea kingston thames lambeth
    lewisham merton newham redbridge richmond southwark sutton tower hamlets waltham forest
    wandsworth westminster london heathrow city england wales scotland britain british kingdom uk
    europe embankment station line valley island met mps mopac cps nhs ons lscb mash soeca cait
    cse fgm ofsted hmic dfe assembly committee council board panel authority agency commission
    ministry office department government home police policing metropolitan service services
    force borough boroughs region child children childrens young people persons youth family
    families adult adults victims abuse neglect assault rape crime crimes offence offences sexual
    exploitation safeguarding protection missing mutilation genital female male girls boys
    constables sergeants inspectors superintendents commanders commissioners detectives officers
    officer staff specials pcso pcsos chief deputy assistant acting senior lead head
    superintendent for of on in at and or the a an to by with from is was has had asked said
    alert unit general chancellor level grade rank role team teams units post posts vacancies
    numbers number strength headcount recruitment training programme plan strategy report reports
    letter minutes meeting meetings paper papers annual quarterly quarter year month total totals
    data figures figure note notes table count counts return returns statistics bulletin protocol
    framework guidance handbook mission update summary statement evidence question answer
    response questions answers aid news press release website page volume part section appendix
    chapter raids day days week night centre north south east west central greater understood
    inner outer upper lower new old as it these this that all no not only other be provisional
    final revised estimated withheld counted reported recorded designate briefing briefings
    workforce vacancy shortage equivalent reviews announcement speech interview blog hearing
    session time hours letters brief memo period discussion nobody everyone none each some most
    many they he she we but if when where who what how why then there
    """
    )
)
