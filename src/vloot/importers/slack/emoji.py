"""Slack's names for emoji, for those that people use most; others are asked by their Unicode name."""

import re
import unicodedata

_NAMED = dict(
    pair.split("=")
    for pair in """
+1=👍 thumbsup=👍 -1=👎 thumbsdown=👎 100=💯 clap=👏 ok_hand=👌 wave=👋 raised_hands=🙌 pray=🙏 muscle=💪 point_up=☝️
point_right=👉 point_left=👈 point_down=👇 point_up_2=👆 v=✌️ hand=✋ raised_hand=✋ fist=✊ facepunch=👊 punch=👊 handshake=🤝
crossed_fingers=🤞 writing_hand=✍️ smile=😄 smiley=😃 grin=😁 grinning=😀 joy=😂 laughing=😆 satisfied=😆 rolling_on_the_floor_laughing=🤣
simple_smile=🙂 slightly_smiling_face=🙂 upside_down_face=🙃 wink=😉 blush=😊 innocent=😇 heart_eyes=😍 star-struck=🤩
kissing_heart=😘 yum=😋 stuck_out_tongue=😛 stuck_out_tongue_winking_eye=😜 stuck_out_tongue_closed_eyes=😝 hugging_face=🤗
thinking_face=🤔 thinking=🤔 neutral_face=😐 expressionless=😑 no_mouth=😶 smirk=😏 unamused=😒 face_with_rolling_eyes=🙄
grimacing=😬 relieved=😌 pensive=😔 sleepy=😪 sleeping=😴 mask=😷 sunglasses=😎 nerd_face=🤓 confused=😕 worried=😟
slightly_frowning_face=🙁 white_frowning_face=☹️ open_mouth=😮 hushed=😯 astonished=😲 flushed=😳 anguished=😧 fearful=😨
cold_sweat=😰 cry=😢 sob=😭 scream=😱 confounded=😖 persevere=😣 disappointed=😞 disappointed_relieved=😥 sweat=😓
sweat_smile=😅 weary=😩 tired_face=😫 yawning_face=🥱 triumph=😤 rage=😡 angry=😠 exploding_head=🤯 partying_face=🥳
pleading_face=🥺 shushing_face=🤫 saluting_face=🫡 melting_face=🫠 face_palm=🤦 facepalm=🤦 man-shrugging=🤷‍♂️ woman-shrugging=🤷‍♀️ shrug=🤷
skull=💀 poop=💩 hankey=💩 ghost=👻 robot_face=🤖 smiley_cat=😺 see_no_evil=🙈 heart=❤️ yellow_heart=💛 green_heart=💚
blue_heart=💙 purple_heart=💜 orange_heart=🧡 black_heart=🖤 broken_heart=💔 sparkling_heart=💖 two_hearts=💕 tada=🎉
confetti_ball=🎊 balloon=🎈 gift=🎁 trophy=🏆 first_place_medal=🥇 medal=🏅 star=⭐ star2=🌟 sparkles=✨ dizzy=💫 zap=⚡
boom=💥 collision=💥 fire=🔥 rocket=🚀 airplane=✈️ ship=🚢 boat=⛵ sailboat=⛵ anchor=⚓ car=🚗 bike=🚲 bus=🚌 truck=🚚
house=🏠 office=🏢 factory=🏭 construction=🚧 world_map=🗺️ earth_africa=🌍 earth_americas=🌎 national_park=🏞️ sunny=☀️
partly_sunny=⛅ cloud=☁️ rain_cloud=🌧️ snowflake=❄️ umbrella=☔ rainbow=🌈 coffee=☕ tea=🍵 beer=🍺 beers=🍻 wine_glass=🍷
champagne=🍾 cocktail=🍸 pizza=🍕 hamburger=🍔 cake=🍰 birthday=🎂 cookie=🍪 taco=🌮 apple=🍎 banana=🍌 avocado=🥑
book=📖 books=📚 memo=📝 pencil=📝 pencil2=✏️ clipboard=📋 calendar=📅 date=📅 chart_with_upwards_trend=📈
chart_with_downwards_trend=📉 bar_chart=📊 computer=💻 desktop_computer=🖥️ keyboard=⌨️ iphone=📱 phone=☎️ telephone=☎️ email=📧
envelope=✉️ mailbox=📫 package=📦 link=🔗 paperclip=📎 pushpin=📌 lock=🔒 unlock=🔓 key=🔑 mag=🔍 bulb=💡 wrench=🔧
hammer=🔨 gear=⚙️ hammer_and_wrench=🛠️ bug=🐛 bell=🔔 mega=📣 loudspeaker=📢 speech_balloon=💬 loud_sound=🔊 eyes=👀 eye=👁️
ear=👂 nose=👃 pig_nose=🐽 brain=🧠 runner=🏃 dancer=💃 basketball=🏀 soccer=⚽ dart=🎯 guitar=🎸 film_projector=📽️
frame_with_picture=🖼️ camera=📷 art=🎨 musical_note=🎵 fire_engine=🚒 rotating_light=🚨 warning=⚠️ no_entry=⛔ no_entry_sign=🚫
x=❌ white_check_mark=✅ heavy_check_mark=✔️ ballot_box_with_check=☑️ question=❓ exclamation=❗ heavy_exclamation_mark=❗ bangbang=‼️
heavy_plus_sign=➕ heavy_minus_sign=➖ arrow_right=➡️ arrow_left=⬅️ arrow_up=⬆️ arrow_down=⬇️ recycle=♻️ hourglass=⌛ watch=⌚
alarm_clock=⏰ stopwatch=⏱️ cool=🆒 new=🆕 ok=🆗 sos=🆘 top=🔝 soon=🔜 back=🔙 moneybag=💰 dollar=💵 euro=💶 party_parrot=🦜
dog=🐶 cat=🐱 unicorn_face=🦄 turtle=🐢 snail=🐌 whale=🐳 penguin=🐧 bee=🐝 seedling=🌱 evergreen_tree=🌲 four_leaf_clover=🍀
rose=🌹 sunflower=🌻 tulip=🌷 cherry_blossom=🌸 thread=🧵
""".split()
)
_TONE = re.compile(r"(?P<name>.+?)::?skin-tone-(?P<tone>[2-6]):?")


def emoji(name: str) -> str:
    """The emoji of a name such as "clap::skin-tone-3"; "" when there is none, as for a company's own pictures."""
    toned = _TONE.fullmatch(name)
    if toned:
        plain = emoji(toned["name"])
        return plain.removesuffix("\ufe0f") + chr(0x1F3F9 + int(toned["tone"])) if plain else ""
    return _NAMED.get(name) or _asked(name)


def _asked(name: str) -> str:
    try:
        found = unicodedata.lookup(name.replace("_", " ").replace("-", " ").upper())
    except KeyError:
        return ""
    # Elsewhere in Unicode there are letters and signs by such names too.
    return found if len(found) == 1 and 0x1F300 <= ord(found) < 0x1FB00 else ""
