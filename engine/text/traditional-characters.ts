/**
 * Simplified characters, each followed by its traditional form: those of names of people, places, fields and bodies, in
 * the form that such names have. It is no conversion of texts, in which one character may stand for several.
 */
const PAIRS =
  '与與业業东東乌烏亚亞务務协協卫衛叶葉国國圣聖场場边邊连連达達远遠运運进進长長门門间間际際陆陸陈陳韦韋马馬验驗鹏鵬罗羅联聯节節诺諾语語调調贝貝贸貿资資贵貴迁遷维維' +
  '经經红紅纪紀级級组組织織终終统統绿綠缅緬网網罢罷职職肃肅肤膚胜勝脑腦舰艦艺藝荣榮药藥蒋蔣苏蘇万萬书書习習乡鄉买買云雲产產亲親仅僅从從仑侖仓倉仪儀们們价價众眾优優' +
  '会會伟偉传傳伦倫体體佣傭侠俠侨僑侦偵债債倾傾储儲儿兒关關兴興养養兰蘭冈岡军軍农農冯馮决決况況净淨凉涼减減击擊划劃刘劉则則创創别別办辦动動劳勞势勢华華卖賣单單卢盧' +
  '历歷压壓厂廠厅廳县縣参參双雙发發变變号號吴吳员員响響团團园園围圍图圖圆圓坚堅坏壞坝壩块塊垒壘处處备備复復头頭夹夾奋奮奖獎妇婦孙孫学學宁寧宝寶实實审審宪憲宫宮宽寬' +
  '宾賓对對寻尋导導将將尔爾尝嘗尧堯层層属屬岁歲岛島峡峽币幣师師帅帥带帶帮幫庆慶庐廬库庫应應庙廟废廢广廣张張强強弹彈归歸录錄彻徹态態总總恒恆惊驚惯慣战戰户戶扩擴扬揚' +
  '执執抚撫护護报報择擇损損换換据據挂掛挥揮敌敵数數斋齋斗鬥断斷无無旧舊时時显顯晋晉术術机機权權杨楊杰傑极極构構树樹标標桥橋检檢楼樓欢歡欧歐毕畢气氣汇匯汉漢汤湯沈瀋' +
  '沟溝济濟浊濁测測浓濃涛濤润潤涨漲温溫湾灣湿濕满滿滨濱灭滅灾災炉爐点點热熱爱愛牺犧独獨狮獅环環现現琼瓊电電画畫畅暢疗療监監盘盤盖蓋矿礦码碼确確础礎礼禮祸禍种種积積' +
  '称稱稳穩穷窮竞競笔筆签簽简簡粮糧紧緊纯純约約纺紡线線细細绍紹绘繪给給络絡绝絕继繼绩績续續绵綿综綜缘緣编編缩縮闻聞阵陣阳陽阶階险險随隨难難雾霧静靜顾顧预預领領频頻' +
  '题題颜顏额額风風飞飛饭飯馆館驻駐骑騎鱼魚鲁魯鲜鮮鸟鳥鸡雞鸣鳴龙龍齐齊龄齡谊誼谈談谢謝谷穀贺賀赛賽赞贊赵趙车車轨軌转轉轮輪软軟轻輕载載较較辆輛辑輯输輸迈邁还還这這' +
  '适適选選递遞邓鄧邮郵邻鄰郑鄭里裡钟鐘钢鋼钱錢铁鐵铜銅银銀锋鋒锡錫锦錦镇鎮镕鎔闭閉问問阁閣阅閱认認讨討让讓训訓议議记記讲講许許论論设設访訪证證评評识識诉訴词詞译譯' +
  '诗詩诚誠话話询詢该該详詳课課谅諒讯訊订訂';

const TRADITIONAL = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, index) => [
    PAIRS.charAt(index * 2),
    PAIRS.charAt(index * 2 + 1),
  ]),
);

/** A name in traditional characters; the same name where it has none that differ. */
export function toTraditional(name: string): string {
  return name.replaceAll(
    /\p{Script=Han}/gu,
    (character) => TRADITIONAL.get(character) ?? character,
  );
}
