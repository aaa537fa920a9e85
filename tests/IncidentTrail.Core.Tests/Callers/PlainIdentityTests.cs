using System.Text;
using IncidentTrail.Callers;
using static IncidentTrail.Tests.Callers.Identities;

namespace IncidentTrail.Tests.Callers;

public sealed class PlainIdentityTests
{
    private const int Seed = 20260117;

    private static readonly string[] s_plain =
    [
        Root, Compact(IamUser), Compact(FederatedUser), Compact(IdentityCenterUser), Compact(AssumedRole("Responder")),
        Compact(AssumedRole("AWSReservedSSO_X", path: "/aws-reserved/sso.amazonaws.com/")), """{"type":"AWSService","invokedBy":"events.amazonaws.com"}""",
        """{"type":"AWSAccount","principalId":"AROAEXAMPLEEXAMPLE01:alice","accountId":"111122223333","inScopeOf":{"issuerType":"AWS::EC2"}}""",
        """{"type":"Root","sessionContext":{"assumedRoot":"true","attributes":{"mfaAuthenticated":true},"webIdFederationData":{"federatedProvider":"x"}}}""",
        "{}",
    ];

    private static readonly string[] s_others =
    [
        IamUser, "\"arn:aws:iam::111122223333:user/bob\"", "null", "", "[]", "{\"type\":\"IAMUser\",\"type\":\"Root\"}", "{\"Type\":\"Root\"}",
        "{\"accountId\":111122223333}", "{\"userName\":\"b\\u006fb\"}", "{\"userName\":\"J\u00f6rg\"}", "{\"sessionContext\":\"{\\\"sourceIdentity\\\":\\\"x\\\"}\"}",
        "{\"userName\":true}", "{\"type\":\"Root\"", "{\"type\":\"Root\"}}", "{\"type\":\"Root\",}", "{\"type\" :\"Root\"}", "{,\"type\":\"Root\"}",
        "{\"sessionContext\":{\"assumedRoot\":\"True\"}}", "{\"sessionContext\":{\"attributes\":{\"mfaAuthenticated\":\"no\"}}}",
        "{\"onBehalfOf\":\"x\"}", "{\"onBehalfOf\":[1]}", "{\"userName\":nul}", "{\"userName\":{}}",
    ];

    [Fact]
    public void An_identity_as_CloudTrail_writes_it_is_read_where_it_stands() =>
        Assert.All(s_plain, json => Assert.True(PlainIdentity.TryRead(Encoding.UTF8.GetBytes(json), out _), json));

    [Fact]
    public void An_identity_that_is_written_otherwise_is_left_to_the_other_reading() =>
        Assert.All(s_others, json => Assert.False(PlainIdentity.TryRead(Encoding.UTF8.GetBytes(json), out _), json));

    [Fact]
    public void Both_readings_say_the_same_of_every_identity()
    {
        var random = new Random(Seed);
        var read = 0;
        foreach (var json in s_plain.Concat(s_others).Concat(Enumerable.Range(0, 4_000).Select(_ => Altered(random))))
        {
            var bytes = Encoding.UTF8.GetBytes(json);
            read += PlainIdentity.TryRead(bytes, out _) ? 1 : 0;
            Assert.Equal(
                CallerOf(UserIdentity.ReadAny(bytes, null)), CallerOf(UserIdentity.Read(bytes, null)));
        }
        // Else the one reading would have been compared with itself.
        Assert.InRange(read, 400, 3_600);
    }

    [Fact]
    public void A_name_that_is_read_twice_is_one_string()
    {
        var caller = Caller(AssumedRole("Responder"));

        Assert.Equal("Responder/alice", caller.Name);
        Assert.Same(caller.Name, caller.Name);
        Assert.Same(caller.Arn, caller.Arn);
        Assert.Same(caller.PrincipalId, caller.PrincipalId);
    }

    private static string CallerOf(UserIdentity identity)
    {
        var caller = CallerReading.Read(identity, "203.0.113.10", "AwsApiCall", consoleSession: false);
        return string.Join('|', typeof(TrailCaller).GetProperties().Select(property => $"{property.Name}={property.GetValue(caller) ?? "(null)"}"));
    }

    // One to three changes of what stands there: a name, a value, a token, a piece.
    private static string Altered(Random random)
    {
        var text = new StringBuilder(s_plain[random.Next(s_plain.Length)]);
        string[] pieces =
        [
            "\"\"", "null", "true", "{}", "\"type\":", "\"arn\":\"arn:aws:iam::1:user/x\",", "\"userName\":\"x\",", "1", ",", "}", "\"", " ",
            "\"ARN\":\"x\",", "\"a\":{\"b\":\"c\"},", "\\n",
        ];
        for (var changes = random.Next(1, 4); changes > 0 && text.Length > 0; changes--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(4))
            {
                case 0:
                    text.Insert(NextMember(text, at), pieces[random.Next(pieces.Length)]);
                    break;
                case 1:
                    text.Remove(at, Math.Min(random.Next(1, 4), text.Length - at));
                    break;
                case 2:
                    text[at] = (char)(text[at] ^ 0x20);
                    break;
                default:
                    text.Insert(at, pieces[random.Next(pieces.Length)]);
                    break;
            }
        }
        return text.ToString();
    }

    private static int NextMember(StringBuilder text, int from)
    {
        var at = text.ToString().IndexOfAny([',', '{'], from);
        return at < 0 ? from : at + 1;
    }

    private static string Compact(string json) => json.Replace("\n", string.Empty).Replace("\r", string.Empty).Replace(" ", string.Empty);
}
