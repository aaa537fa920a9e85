using IncidentTrail.Actions;

namespace IncidentTrail.Tests.Actions;

public sealed class IncidentArnTests
{
    [Theory]
    [InlineData("arn:aws:ssm-incidents::111122223333:response-plan/checkout", "response-plan", "checkout", null)]
    [InlineData("arn:aws:ssm-incidents::111122223333:incident-record/checkout/6ebc", "incident-record", "checkout", "6ebc")]
    [InlineData("arn:aws:ssm-incidents::111122223333:replication-set/c4bc", "replication-set", null, "c4bc")]
    [InlineData("arn:aws:ssm-contacts:us-east-2:111122223333:contact/akuam", "contact", "akuam", null)]
    [InlineData("arn:aws:ssm-contacts:us-east-2:111122223333:contact-channel/akuam/fc7f", "contact-channel", "akuam", "fc7f")]
    [InlineData("arn:aws:ssm-contacts:us-east-2:111122223333:contactchannel/akuam/fc7f", "contact-channel", "akuam", "fc7f")]
    [InlineData("arn:aws:ssm-contacts:us-east-2:111122223333:device/akuam/fc7f", "contact-channel", "akuam", "fc7f")]
    [InlineData("arn:aws:ssm-contacts:us-east-2:111122223333:engagement/akuam/69e4", "engagement", "akuam", "69e4")]
    [InlineData("arn:aws:ssm-contacts:us-east-2:111122223333:page/akuam/ad05", "page", "akuam", "ad05")]
    [InlineData("arn:aws:ssm-contacts:us-east-2:111122223333:rotation/3c8f", "rotation", null, "3c8f")]
    [InlineData("arn:aws-cn:ssm-incidents::abcdef01234567890:Incident-Record/p/i", "incident-record", "p", "i")]
    public void An_ARN_is_taken_apart(string text, string kind, string? name, string? id)
    {
        Assert.True(IncidentArn.TryParse(text, out var arn));
        Assert.Equal((kind, name, id), (arn.Kind, arn.Name, arn.Id));
    }

    [Fact]
    public void The_account_is_null_where_it_is_empty()
    {
        Assert.True(IncidentArn.TryParse("arn:aws:ssm-incidents:::incident-record/p/i", out var incident));
        Assert.True(IncidentArn.TryParse("arn:aws:ssm-contacts:us-east-2:111122223333:contact/a", out var contact));

        Assert.Null(incident.AccountId);
        Assert.Equal("111122223333", contact.AccountId);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("6ebcc812-85f5-b7eb-8b2f-283e4d844308")]
    [InlineData("arn:aws:ssm:us-east-1:111122223333:opsitem/oi-1")]
    [InlineData("arn:aws:ssm-incidents::111122223333:incident-record")]
    [InlineData("arn:aws:ssm-incidents::111122223333:incident-record/")]
    [InlineData("arn:aws:ssm-incidents::111122223333")]
    public void Other_texts_are_no_ARN_of_Incident_Manager(string? text) => Assert.False(IncidentArn.TryParse(text, out _));
}
