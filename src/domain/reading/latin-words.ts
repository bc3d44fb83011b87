/**
 * How Latin words are said in Japanese business talk: names of services and products, and the English shop owners
 * use. Keys in lower case; a key may carry digits, signs or a space. Written for this project.
 */
const SERVICES = `
line:ライン zoom:ズーム google:グーグル gmail:ジーメール youtube:ユーチューブ youtuber:ユーチューバー
instagram:インスタグラム insta:インスタ facebook:フェイスブック
twitter:ツイッター tiktok:ティックトック chatgpt:チャットジーピーティー gpt:ジーピーティー claude:クロード
gemini:ジェミニ copilot:コパイロット openai:オープンエーアイ midjourney:ミッドジャーニー
excel:エクセル word:ワード powerpoint:パワーポイント outlook:アウトルック teams:チームズ onedrive:ワンドライブ
sharepoint:シェアポイント office:オフィス microsoft:マイクロソフト windows:ウィンドウズ
mac:マック macbook:マックブック apple:アップル iphone:アイフォン ipad:アイパッド imac:アイマック ios:アイオーエス
android:アンドロイド amazon:アマゾン rakuten:ラクテン yahoo:ヤフー mercari:メルカリ
paypay:ペイペイ paypal:ペイパル stripe:ストライプ square:スクエア shopify:ショッピファイ wordpress:ワードプレス
wix:ウィックス canva:キャンバ notion:ノーション slack:スラック chatwork:チャットワーク
trello:トレロ asana:アサナ backlog:バックログ dropbox:ドロップボックス evernote:エバーノート kintone:キントーン
freee:フリー salesforce:セールスフォース hubspot:ハブスポット github:ギットハブ git:ギット
linkedin:リンクトイン pinterest:ピンタレスト threads:スレッズ discord:ディスコード skype:スカイプ
messenger:メッセンジャー whatsapp:ワッツアップ clubhouse:クラブハウス note:ノート ameblo:アメブロ ameba:アメーバ
netflix:ネットフリックス spotify:スポティファイ kindle:キンドル airbnb:エアビーアンドビー uber:ウーバー suica:スイカ
pasmo:パスモ photoshop:フォトショップ illustrator:イラストレーター adobe:アドビ figma:フィグマ
premiere:プレミア python:パイソン java:ジャバ javascript:ジャバスクリプト typescript:タイプスクリプト react:リアクト
ruby:ルビー linux:リナックス unity:ユニティ scratch:スクラッチ minecraft:マインクラフト
alexa:アレクサ siri:シリ roomba:ルンバ starbucks:スターバックス toyota:トヨタ honda:ホンダ sony:ソニー
panasonic:パナソニック nintendo:ニンテンドー uniqlo:ユニクロ ikea:イケア costco:コストコ disney:ディズニー
tesla:テスラ nvidia:エヌビディア netflix:ネットフリックス tableau:タブロー zapier:ザピアー dify:ディファイ bing:ビング
chrome:クローム safari:サファリ wikipedia:ウィキペディア peatix:ピーティックス
base:ベイス stores:ストアーズ minne:ミンネ creema:クリーマ coconala:ココナラ lancers:ランサーズ
crowdworks:クラウドワークス sansan:サンサン eight:エイト wantedly:ウォンテッドリー indeed:インディード
wi-fi:ワイファイ wifi:ワイファイ bluetooth:ブルートゥース usb-c:ユーエスビーシー e-mail:イーメール email:イーメール
mail:メール e-tax:イータックス etax:イータックス e-learning:イーラーニング
web3:ウェブスリー web:ウェブ website:ウェブサイト blog:ブログ vlog:ブイログ homepage:ホームページ online:オンライン
offline:オフライン internet:インターネット net:ネット cloud:クラウド server:サーバー
`;

const SPOKEN_ABBREVIATIONS = `
fax:ファックス nisa:ニーサ ideco:イデコ saas:サース paas:パース iaas:イアース mass:マス maas:マース
sdgs:エスディージーズ toeic:トーイック toefl:トーフル cad:キャド cam:キャム nasa:ナサ nato:ナトー opec:オペック
unesco:ユネスコ unicef:ユニセフ jica:ジャイカ jal:ジャル jaf:ジャフ jasrac:ジャスラック jis:ジス jas:ジャス
jetro:ジェトロ ana:エーエヌエー gafa:ガーファ ram:ラム rom:ロム sim:シム lan:ラン gif:ジフ jpeg:ジェイペグ
jpg:ジェイペグ png:ピング
vip:ビップ fab:ファブ swot:スウォット smart:スマート lidar:ライダー ascii:アスキー ajax:エイジャックス pos:ポス
pin:ピン gw:ゴールデンウィーク no:ナンバー no.:ナンバー vol:ボリューム vol.:ボリューム ver:バージョン ver.:バージョン
tel:テル tel.:テル etc:エトセトラ etc.:エトセトラ vs:バーサス vs.:バーサス mr.:ミスター mr:ミスター mrs.:ミセス
ms.:ミズ dr.:ドクター dr:ドクター st.:セント co.:カンパニー inc.:インク ltd.:リミテッド lv:レベル lv.:レベル
24/7:トゥエンティーフォーセブン ph:ペーハー w杯:ワールドカップ x'mas:クリスマス xmas:クリスマス wacca:ワッカ
rpg:アールピージー ok:オーケー ok!:オーケー o.k.:オーケー ng:エヌジー
btob:ビートゥービー btoc:ビートゥーシー ctoc:シートゥーシー dtoc:ディートゥーシー btobtoc:ビートゥービートゥーシー
1on1:ワンオンワン 2in1:ツーインワン 3in1:スリーインワン 2way:ツーウェイ 3way:スリーウェイ 1day:ワンデー
2days:ツーデイズ 3days:スリーデイズ
1st:ファースト 2nd:セカンド 3rd:サード 4th:フォース 5th:フィフス 10th:テンス 3g:スリージー 4g:フォージー
5g:ファイブジー 6g:シックスジー 2d:ツーディー 3d:スリーディー 4d:フォーディー 3dcg:スリーディーシージー
3dcad:スリーディーキャド 5w1h:ゴダブリューイチエイチ 5w2h:ゴダブリューニエイチ
24h:ニジュウヨジカン yui:ユイ aoi:アオイ rie:リエ mio:ミオ ren:レン jun:ジュン mai:マイ aya:アヤ emi:エミ eri:エリ yuu:ユウ mei:メイ kei:ケイ rin:リン ken:ケン rio:リオ mana:マナ coco:ココ luce:ルーチェ lien:リアン cher:シェール ete:エテ
miel:ミエル felice:フェリーチェ fiore:フィオーレ anela:アネラ ohana:オハナ grazie:グラツィエ lani:ラニ hula:フラ chouchou:シュシュ reine:レーヌ eats:イーツ
gpt-4o:ジーピーティーフォーオー gpt4o:ジーピーティーフォーオー 3r:スリーアール 1r:ワンルーム 1k:ワンケー 2k:ニーケー
1dk:ワンディーケー 2dk:ニーディーケー 3dk:サンディーケー 1ldk:ワンエルディーケー 2ldk:ニーエルディーケー
3ldk:サンエルディーケー 4ldk:ヨンエルディーケー 5ldk:ゴエルディーケー 2sldk:ニーエスエルディーケー
3sldk:サンエスエルディーケー
m-1:エムワン r-1:アールワン k-1:ケーワン f1:エフワン j1:ジェイワン j2:ジェイツー j3:ジェイスリー g7:ジーセブン
g20:ジートゥエンティー n1:エヌワン n2:エヌツー n3:エヌスリー ps4:ピーエスフォー ps5:ピーエスファイブ
office365:オフィスサンロクゴ mp3:エムピースリー mp4:エムピーフォー 70's:セブンティーズ 80's:エイティーズ
90's:ナインティーズ aidma:アイドマ aisas:アイサス haccp:ハサップ kpop:ケーポップ jpop:ジェイポップ
vtuber:ブイチューバー mixi:ミクシィ fee:フィー o脚:オーキャク x脚:エックスキャク mtg:ミーティング asap:アサップ
brics:ブリックス covid:コビッド covid-19:コビッドナインティーン who:ダブリューエイチオー
iot:アイオーティー iaas:イアース pmi:ピーエムアイ kpis:ケーピーアイ pcr:ピーシーアール ltv:エルティーブイ
`;

const WORDS = `
a:ア the:ザ an:アン and:アンド or:オア of:オブ for:フォー to:トゥー in:イン on:オン at:アット by:バイ with:ウィズ
from:フロム is:イズ are:アー be:ビー we:ウィー you:ユー your:ユア my:マイ our:アワー me:ミー us:アス i:アイ it:イット
i'm:アイム let's:レッツ don't:ドント it's:イッツ that:ザット this:ディス can:キャン do:ドゥー go:ゴー get:ゲット
make:メイク maker:メーカー let:レット have:ハブ like:ライク love:ラブ lovely:ラブリー want:ウォント need:ニーズ
know:ノウ how:ハウ what:ワット why:ホワイ when:ホエン where:ホエア
hello:ハロー hi:ハイ hey:ヘイ good:グッド great:グレート nice:ナイス best:ベスト better:ベター morning:モーニング
night:ナイト day:デイ days:デイズ daily:デイリー week:ウィーク weekly:ウィークリー month:マンス monthly:マンスリー
year:イヤー time:タイム times:タイムズ now:ナウ new:ニュー news:ニュース next:ネクスト
see:シー bye:バイ thank:サンク thanks:サンクス please:プリーズ welcome:ウェルカム yes:イエス one:ワン two:ツー
three:スリー four:フォー five:ファイブ six:シックス seven:セブン nine:ナイン ten:テン first:ファースト second:セカンド
only:オンリー once:ワンス zero:ゼロ plus:プラス minus:マイナス half:ハーフ double:ダブル triple:トリプル
single:シングル multi:マルチ mini:ミニ max:マックス
happy:ハッピー smile:スマイル smiles:スマイルズ smiley:スマイリー dream:ドリーム dreams:ドリームズ hope:ホープ
heart:ハート hearts:ハーツ life:ライフ lives:ライブズ live:ライブ living:リビング work:ワーク works:ワークス
worker:ワーカー working:ワーキング job:ジョブ style:スタイル styles:スタイルズ stylist:スタイリスト
beauty:ビューティー beautiful:ビューティフル hair:ヘアー nail:ネイル nails:ネイルズ salon:サロン spa:スパ este:エステ
body:ボディー face:フェイス skin:スキン care:ケア make-up:メイクアップ makeup:メイクアップ relax:リラックス
relaxation:リラクゼーション healing:ヒーリング health:ヘルス healthy:ヘルシー fitness:フィットネス yoga:ヨガ
pilates:ピラティス gym:ジム training:トレーニング trainer:トレーナー coach:コーチ coaching:コーチング mind:マインド
mental:メンタル therapy:セラピー therapist:セラピスト clinic:クリニック
home:ホーム homes:ホームズ house:ハウス houses:ハウゼズ room:ルーム rooms:ルームズ garden:ガーデン flower:フラワー
flowers:フラワーズ green:グリーン blue:ブルー red:レッド white:ホワイト black:ブラック pink:ピンク gold:ゴールド
silver:シルバー orange:オレンジ yellow:イエロー color:カラー colors:カラーズ rainbow:レインボー sky:スカイ sun:サン
sunny:サニー sunshine:サンシャイン moon:ムーン luna:ルナ star:スター stars:スターズ light:ライト shine:シャイン
sea:シー ocean:オーシャン marine:マリン river:リバー forest:フォレスト tree:ツリー leaf:リーフ earth:アース eco:エコ
nature:ネイチャー natural:ナチュラル organic:オーガニック wind:ウィンド fire:ファイア water:ウォーター stone:ストーン
wood:ウッド hill:ヒル hills:ヒルズ
cafe:カフェ café:カフェ coffee:コーヒー tea:ティー bar:バー dining:ダイニング kitchen:キッチン restaurant:レストラン
bakery:ベーカリー bread:ブレッド cake:ケーキ sweets:スイーツ sweet:スイート candy:キャンディー chocolate:チョコレート
cheese:チーズ pizza:ピザ pasta:パスタ burger:バーガー curry:カレー lunch:ランチ dinner:ディナー
breakfast:ブレックファスト menu:メニュー wine:ワイン beer:ビール food:フード foods:フーズ fruit:フルーツ
fruits:フルーツ farm:ファーム farmer:ファーマー market:マーケット
shop:ショップ shops:ショップ store:ストア mall:モール sale:セール sales:セールス off:オフ free:フリー price:プライス
card:カード cards:カード gift:ギフト present:プレゼント box:ボックス bag:バッグ book:ブック books:ブックス
magazine:マガジン paper:ペーパー pen:ペン photo:フォト photos:フォト photographer:フォトグラファー picture:ピクチャー
movie:ムービー video:ビデオ camera:カメラ studio:スタジオ art:アート arts:アーツ artist:アーティスト craft:クラフト
crafts:クラフト hand:ハンド handmade:ハンドメイド made:メイド design:デザイン designs:デザインズ designer:デザイナー
fashion:ファッション wear:ウェア dress:ドレス kimono:キモノ jewelry:ジュエリー ring:リング accessory:アクセサリー
music:ミュージック song:ソング piano:ピアノ guitar:ギター dance:ダンス dancer:ダンサー stage:ステージ show:ショー
event:イベント party:パーティー wedding:ウェディング bridal:ブライダル festa:フェスタ live:ライブ club:クラブ
game:ゲーム games:ゲームズ play:プレイ player:プレイヤー sports:スポーツ sport:スポーツ soccer:サッカー tennis:テニス
golf:ゴルフ run:ラン runner:ランナー walk:ウォーク swim:スイム bike:バイク car:カー cars:カーズ drive:ドライブ
driver:ドライバー taxi:タクシー bus:バス train:トレイン travel:トラベル trip:トリップ tour:ツアー tours:ツアーズ
hotel:ホテル resort:リゾート stay:ステイ guest:ゲスト camp:キャンプ world:ワールド global:グローバル asia:アジア
japan:ジャパン tokyo:トーキョー osaka:オーサカ kyoto:キョート city:シティ town:タウン village:ビレッジ
island:アイランド america:アメリカ usa:ユーエスエー
business:ビジネス company:カンパニー group:グループ partner:パートナー partners:パートナーズ
consulting:コンサルティング consultant:コンサルタント consult:コンサルト support:サポート supporter:サポーター
service:サービス services:サービシーズ solution:ソリューション solutions:ソリューションズ system:システム
systems:システムズ project:プロジェクト projects:プロジェクト plan:プラン planning:プランニング planner:プランナー
produce:プロデュース producer:プロデューサー product:プロダクト products:プロダクツ production:プロダクション
create:クリエイト creative:クリエイティブ creator:クリエイター creation:クリエーション innovation:イノベーション
marketing:マーケティング marketer:マーケター branding:ブランディング brand:ブランド communication:コミュニケーション
communications:コミュニケーションズ management:マネジメント manager:マネージャー leader:リーダー
leadership:リーダーシップ team:チーム staff:スタッフ member:メンバー members:メンバーズ office:オフィス
career:キャリア human:ヒューマン people:ピープル person:パーソン personal:パーソナル man:マン men:メン woman:ウーマン
women:ウィメン lady:レディー ladies:レディース girl:ガール girls:ガールズ boy:ボーイ boys:ボーイズ mama:ママ mom:マム
mother:マザー papa:パパ dad:ダッド father:ファーザー baby:ベビー kid:キッド kids:キッズ child:チャイルド
children:チルドレン family:ファミリー friend:フレンド friends:フレンズ senior:シニア junior:ジュニア pet:ペット
pets:ペッツ dog:ドッグ dogs:ドッグス cat:キャット cats:キャッツ bird:バード rabbit:ラビット horse:ホース bear:ベア
lion:ライオン
school:スクール academy:アカデミー college:カレッジ university:ユニバーシティ lesson:レッスン lessons:レッスン
class:クラス course:コース study:スタディ learn:ラーン learning:ラーニング teacher:ティーチャー student:スチューデント
english:イングリッシュ test:テスト check:チェック point:ポイント points:ポイント question:クエスチョン answer:アンサー
idea:アイデア ideas:アイデア think:シンク talk:トーク speak:スピーク speech:スピーチ voice:ボイス sound:サウンド
story:ストーリー stories:ストーリーズ message:メッセージ letter:レター contact:コンタクト call:コール phone:フォン
smartphone:スマートフォン pc:ピーシー computer:コンピューター software:ソフトウェア soft:ソフト app:アプリ apps:アプリ
data:データ file:ファイル page:ページ site:サイト link:リンク links:リンクス click:クリック search:サーチ
login:ログイン user:ユーザー id:アイディー password:パスワード digital:デジタル media:メディア social:ソーシャル
network:ネットワーク networks:ネットワークス tech:テック technology:テクノロジー technologies:テクノロジーズ lab:ラボ
labo:ラボ labs:ラボ science:サイエンス engineer:エンジニア engineering:エンジニアリング robot:ロボット smart:スマート
auto:オート energy:エナジー power:パワー electric:エレクトリック solar:ソーラー
step:ステップ up:アップ down:ダウン start:スタート startup:スタートアップ begin:ビギン change:チェンジ
challenge:チャレンジ chance:チャンス success:サクセス goal:ゴール win:ウィン winner:ウィナー growth:グロース
grow:グロー value:バリュー quality:クオリティ speed:スピード safety:セーフティー safe:セーフ security:セキュリティ
trust:トラスト anchor:アンカー bridge:ブリッジ gate:ゲート door:ドア window:ウィンドウ key:キー road:ロード way:ウェイ
line@:ラインアット base:ベース core:コア circle:サークル wave:ウェーブ wing:ウィング wings:ウィングス fly:フライ
jump:ジャンプ move:ムーブ step:ステップ stand:スタンド stop:ストップ open:オープン close:クローズ opening:オープニング
grand:グランド royal:ロイヤル king:キング queen:クイーン prince:プリンス princess:プリンセス angel:エンジェル
luck:ラック lucky:ラッキー fun:ファン funny:ファニー joy:ジョイ enjoy:エンジョイ peace:ピース pure:ピュア real:リアル
true:トゥルー fresh:フレッシュ clean:クリーン cleaning:クリーニング clear:クリア simple:シンプル special:スペシャル
premium:プレミアム standard:スタンダード basic:ベーシック light:ライト pro:プロ professional:プロフェッショナル
expert:エキスパート master:マスター original:オリジナル classic:クラシック modern:モダン vintage:ビンテージ
antique:アンティーク luxury:ラグジュアリー elegant:エレガント cute:キュート cool:クール hot:ホット warm:ウォーム
ice:アイス snow:スノー spring:スプリング summer:サマー autumn:オータム winter:ウィンター christmas:クリスマス
halloween:ハロウィン birthday:バースデー anniversary:アニバーサリー memory:メモリー memories:メモリーズ
history:ヒストリー future:フューチャー vision:ビジョン mission:ミッション passion:パッション power:パワー
action:アクション vs:バーサス
bloom:ブルーム blossom:ブロッサム rose:ローズ lily:リリー daisy:デイジー cherry:チェリー berry:ベリー lemon:レモン
peach:ピーチ apple:アップル olive:オリーブ clover:クローバー mint:ミント herb:ハーブ aroma:アロマ honey:ハニー
sugar:シュガー salt:ソルト milk:ミルク cream:クリーム egg:エッグ rice:ライス meat:ミート fish:フィッシュ sushi:スシ
ramen:ラーメン sake:サケ matcha:マッチャ
trend:トレンド top:トップ ranking:ランキング rank:ランク level:レベル part:パート phase:フェーズ season:シーズン
zone:ゾーン area:エリア center:センター space:スペース place:プレイス spot:スポット point:ポイント corner:コーナー
floor:フロア tower:タワー building:ビルディング terrace:テラス court:コート park:パーク plaza:プラザ
station:ステーション port:ポート harbor:ハーバー bay:ベイ
report:レポート news:ニュース letter:レター info:インフォ information:インフォメーション guide:ガイド book:ブック
list:リスト note:ノート memo:メモ map:マップ maps:マップス calendar:カレンダー schedule:スケジュール
meeting:ミーティング seminar:セミナー webinar:ウェビナー workshop:ワークショップ presentation:プレゼンテーション
pitch:ピッチ demo:デモ trial:トライアル campaign:キャンペーン coupon:クーポン ticket:チケット cashless:キャッシュレス
cash:キャッシュ money:マネー bank:バンク insurance:インシュアランス finance:ファイナンス financial:ファイナンシャル
invest:インベスト investment:インベストメント asset:アセット assets:アセット estate:エステート real:リアル
capital:キャピタル fund:ファンド stock:ストック tax:タックス law:ロー legal:リーガル trade:トレード
trading:トレーディング export:エクスポート import:インポート logistics:ロジスティクス delivery:デリバリー
express:エクスプレス
reform:リフォーム renovation:リノベーション interior:インテリア exterior:エクステリア architect:アーキテクト
architects:アーキテクツ construction:コンストラクション build:ビルド builder:ビルダー factory:ファクトリー
industry:インダストリー industries:インダストリーズ machine:マシン tool:ツール tools:ツールズ metal:メタル
steel:スチール glass:ガラス plastic:プラスチック rubber:ラバー print:プリント printing:プリンティング
all:オール one-stop:ワンストップ onestop:ワンストップ stop:ストップ full:フル any:エニー every:エブリー more:モア
most:モスト many:メニー much:マッチ big:ビッグ small:スモール little:リトル long:ロング short:ショート high:ハイ
low:ロー fast:ファスト slow:スロー quick:クイック easy:イージー hard:ハード deep:ディープ inner:インナー
outer:アウター inside:インサイド outside:アウトサイド over:オーバー under:アンダー after:アフター before:ビフォー
again:アゲイン forever:フォーエバー always:オールウェイズ together:トゥギャザー share:シェア connect:コネクト
connection:コネクション touch:タッチ feel:フィール feeling:フィーリング eye:アイ eyes:アイズ ear:イヤー hand:ハンド
hands:ハンズ foot:フット feet:フィート leg:レッグ brain:ブレイン soul:ソウル spirit:スピリット balance:バランス
harmony:ハーモニー rhythm:リズム melody:メロディー tempo:テンポ power:パワー point:ポイント engine:エンジン
motor:モーター cycle:サイクル recycle:リサイクル reuse:リユース reduce:リデュース zero:ゼロ carbon:カーボン
neutral:ニュートラル sustainable:サステナブル well-being:ウェルビーイング wellbeing:ウェルビーイング
wellness:ウェルネス diversity:ダイバーシティ inclusion:インクルージョン remote:リモート telework:テレワーク
freelance:フリーランス freelancer:フリーランサー entrepreneur:アントレプレナー owner:オーナー president:プレジデント
director:ディレクター advisor:アドバイザー adviser:アドバイザー agent:エージェント agency:エージェンシー
association:アソシエーション institute:インスティテュート foundation:ファンデーション community:コミュニティ
salon:サロン lounge:ラウンジ concierge:コンシェルジュ navi:ナビ navigator:ナビゲーター pay:ペイ buy:バイ sell:セル
order:オーダー custom:カスタム customer:カスタマー client:クライアント review:レビュー voice:ボイス
win-win:ウィンウィン know-how:ノウハウ knowhow:ノウハウ follow:フォロー follower:フォロワー like:ライク post:ポスト
reel:リール reels:リール story:ストーリー shorts:ショート channel:チャンネル subscribe:サブスクライブ sns:エスエヌエス
cx:シーエックス bye:バイ dear:ディア mr:ミスター bravo:ブラボー bonjour:ボンジュール merci:メルシー ciao:チャオ
aloha:アロハ mahalo:マハロ hawaii:ハワイ paris:パリ london:ロンドン la:ラ le:ル de:ド du:デュ des:デ petit:プチ
belle:ベル bon:ボン mon:モン ami:アミ amour:アムール maison:メゾン chez:シェ salute:サルーテ amore:アモーレ
vita:ヴィータ bella:ベラ bello:ベッロ dolce:ドルチェ sol:ソル casa:カーサ mare:マーレ terra:テラ via:ビア nova:ノバ
lumière:ルミエール lumiere:ルミエール soleil:ソレイユ fleur:フルール ange:アンジュ etoile:エトワール étoile:エトワール
ciel:シエル mer:メール rire:リール sourire:スリール bonheur:ボヌール avenir:アヴニール reve:レーヴ rêve:レーヴ
noel:ノエル arc:アルク eclat:エクラ clair:クレール
`;

const PHRASES = `
see you=シーユー|thank you=サンキュー|good morning=グッドモーニング|nice to meet you=ナイストゥーミートユー|
my name is=マイネームイズ|google maps=グーグルマップ|google map=グーグルマップ|google meet=グーグルミート|
microsoft 365=マイクロソフトサンロクゴ|office 365=オフィスサンロクゴ|adobe premiere pro=アドビプレミアプロ|
power bi=パワービーアイ|power point=パワーポイント|you tube=ユーチューブ|apple watch=アップルウォッチ|new york=ニューヨーク|
happy birthday=ハッピーバースデー|real estate=リアルエステート|q&a=キューアンドエー|m&a=エムアンドエー|r&d=アールアンドディー|
p&g=ピーアンドジー|b&b=ビーアンドビー|f&b=エフアンドビー|d&i=ディーアンドアイ|k-pop=ケーポップ|j-pop=ジェイポップ|t-shirt=ティーシャツ|
c to c=シートゥーシー|b to b=ビートゥービー|b to c=ビートゥーシー|1 on 1=ワンオンワン|c-suite=シースイート|co-op=コープ|
o-157=オーイチゴーナナ|o157=オーイチゴーナナ
`;

function parse(table: string): [string, string][] {
  return table
    .trim()
    .split(/\s+/u)
    .map((pair) => {
      const at = pair.lastIndexOf(':');
      return [pair.slice(0, at), pair.slice(at + 1)];
    });
}

/** Lower-case word or name → katakana. Services come last: they win over the plain words of the same spelling. */
export const LATIN_WORDS: ReadonlyMap<string, string> = new Map([
  ...parse(WORDS),
  ...parse(SPOKEN_ABBREVIATIONS),
  ...parse(SERVICES),
  ...PHRASES.replaceAll('\n', '')
    .split('|')
    .map((pair): [string, string] => [pair.split('=')[0] ?? '', pair.split('=')[1] ?? '']),
]);

/** Said letter by letter when written in capitals, although the spelling is a word in small letters. */
export const CAPITALS_BY_LETTER: ReadonlySet<string> = new Set(
  'IT US ID PR OR AM PM MS DR ST AT AN IS LA LE DE DU DES AMI MER'.split(' '),
);
