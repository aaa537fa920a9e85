using System.Buffers;
using System.Reflection;
using System.Text;
using IncidentTrail.Tallies;

namespace IncidentTrail.Tests.Tallies;

public sealed class PackedCallerTests
{
    private static readonly PropertyInfo[] s_told =
        [.. typeof(TrailCaller).GetProperties(BindingFlags.Instance | BindingFlags.Public)];

    private readonly TallyTexts _texts = new();

    public static TheoryData<string> Identities => new(
        "{}",
        "null",
        "\"somebody\"",
        """{"type":"Root","principalId":"111122223333","arn":"arn:aws:iam::111122223333:root","accountId":"111122223333","accessKeyId":""}""",
        """{"type":"IAMUser","principalId":"AIDAEXAMPLE","arn":"arn:aws:iam::111122223333:user/ana","accountId":"111122223333","accessKeyId":"AKIAEXAMPLE","userName":"ana"}""",
        """{"type":"IAMUser","principalId":"AIDAEXAMPLE","userName":"Žofie \u96ea \ud83d\ude00","accessKeyId":"\u96ea"}""",
        """{"type":"IAMUser","principalId":"\ud800","userName":"\udc00","accessKeyId":"ÿ\u0000"}""",
        """{"type":"AssumedRole","principalId":"AROAEXAMPLE:session","arn":"arn:aws:sts::111122223333:assumed-role/deploy/session","accountId":"111122223333","accessKeyId":"ASIAEXAMPLE","sessionContext":{"sessionIssuer":{"type":"Role","principalId":"AROAEXAMPLE","arn":"arn:aws:iam::111122223333:role/deploy","accountId":"111122223333","userName":"deploy"},"attributes":{"mfaAuthenticated":"true"},"sourceIdentity":"ana"}}""",
        """{"type":"AssumedRole","principalId":"AROAEXAMPLE:session","arn":"arn:aws:sts::111122223333:assumed-role/deploy/other","sessionContext":{"attributes":{"mfaAuthenticated":"false"}},"invokedBy":"ssm.amazonaws.com"}""",
        """{"type":"AssumedRole","principalId":":s","arn":"s","accountId":""}""",
        """{"type":"AWSService","invokedBy":"events.amazonaws.com"}""",
        """{"type":"AWSAccount","principalId":"AROAEXAMPLEEXAMPLE01:alice","accountId":"111122223333"}""",
        """{"type":"IdentityCenterUser","accountId":"111122223333","onBehalfOf":{"userId":"u","identityStoreArn":"arn:aws:identitystore::111122223333:identitystore/d-1"}}""",
        """{"type":"FederatedUser","principalId":"111122223333:fed","sessionContext":{"sessionIssuer":{"type":"Root","arn":"arn:aws:iam::111122223333:root"}}}""");

    [Theory]
    [MemberData(nameof(Identities))]
    public void A_caller_is_the_same_after_it_was_packed(string identity)
    {
        var caller = TrailCaller.From(Encoding.UTF8.GetBytes(identity), "ssm.amazonaws.com", null, consoleSession: false);

        AssertSame(caller, PackedAndRead(caller));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(254)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(70_000)]
    public void Texts_of_any_length_are_the_same_after_they_were_packed(int length)
    {
        foreach (var letter in "aÿ雪")
        {
            var text = new string(letter, length);
            var caller = new TrailCaller
            {
                AccessKeyId = text, SessionName = text, JoinedName = new(text, text), JoinedArn = new(text, "tail"), JoinedPrincipalId = new(text),
                Basis = text, AccountId = text, IssuerArn = text, SourceIdentity = text, InvokedBy = text,
            };

            AssertSame(caller, PackedAndRead(caller));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ASIAEXAMPLE")]
    [InlineData("ASIAEXAMPLF")]
    [InlineData("ASIAEXAMPL")]
    [InlineData("雪")]
    public void An_access_key_is_known_without_a_string_of_it(string? key)
    {
        foreach (var other in new[] { null, "", "ASIAEXAMPLE", "雪", new string('k', 300) })
        {
            var packed = _texts.Pack(new TrailCaller { AccessKeyId = other }).ToArray();

            Assert.Equal(key == other, PackedCaller.HasAccessKey(packed, key, _texts));
            Assert.Equal(other, PackedCaller.AccessKeyIdOf(packed, _texts));
        }
    }

    private TrailCaller PackedAndRead(TrailCaller caller)
    {
        var into = new ArrayBufferWriter<byte>();
        PackedCaller.Write(caller, _texts, into);
        // What stands behind it in a block says nothing.
        into.Write<byte>([1, 2, 3]);
        return PackedCaller.Read(into.WrittenSpan, _texts);
    }

    private static void AssertSame(TrailCaller expected, TrailCaller actual)
    {
        Assert.All(s_told, property => Assert.Equal(property.GetValue(expected), property.GetValue(actual)));
        Assert.Equal(CallerKey.Of(expected).Hash, CallerKey.Of(actual).Hash);
        Assert.Equal(0, CallerOrder.Instance.Compare(expected, actual));
    }
}
