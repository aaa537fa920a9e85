using IncidentTrail.Incidents.Resources;

namespace IncidentTrail.Tests.Incidents.Resources;

public sealed class ResourceNameTests
{
    private const string Alarm = "arn:aws:cloudwatch:us-east-1:111122223333:alarm:high";
    private const string Rule = "arn:aws:events:us-east-1:111122223333:rule/orders/high";
    private const string Plan = "arn:aws:ssm-incidents::111122223333:response-plan/shop";
    private const string Key = "arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd";

    [Theory]
    [InlineData(Alarm, Alarm, "Same")]
    [InlineData(Alarm, "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:high", "Other")]
    [InlineData(Alarm, "arn:aws:cloudwatch:us-east-1:444455556666:alarm:high", "Other")]
    [InlineData(Alarm, "arn:aws:cloudwatch:us-east-1:111122223333:alarm:High", "Other")]
    [InlineData(Alarm, "arn:aws:events:us-east-1:111122223333:rule/high", "Other")]
    [InlineData("arn:aws:cloudwatch:us-east-1:111122223333:alarm:a:b", "arn:aws:cloudwatch:us-east-1:111122223333:alarm:b", "Other")]
    [InlineData(Rule, "arn:aws:events:us-east-1:111122223333:rule/high", "Other")]
    [InlineData("arn:aws:events:us-east-1:111122223333:rule/default/high", "arn:aws:events:us-east-1:111122223333:rule/high", "Same")]
    [InlineData("arn:aws:events:us-east-1:111122223333:rule/aws.partner/shop.example/1/orders/high", Rule, "Other")]
    [InlineData(Key, "arn:aws:kms:eu-west-1:111122223333:key/mrk-1234abcd", "Other")]
    [InlineData(Plan, "arn:aws:ssm-incidents::444455556666:response-plan/shop", "Other")]
    [InlineData(Plan, "arn:aws:ssm-incidents::111122223333:response-plan/Shop", "Other")]
    [InlineData(Plan, "arn:aws:ssm-incidents:eu-west-1:111122223333:response-plan/shop", "Same")]
    [InlineData("arn:aws:iam::111122223333:role/path/Responder", "arn:aws:sts::111122223333:assumed-role/Responder/alice", "Same")]
    [InlineData("arn:aws:iam::111122223333:role/Responder", "arn:aws:iam::444455556666:role/Responder", "Other")]
    [InlineData("arn:aws:sns:us-east-1:111122223333:pages", "arn:aws:sns:us-east-1:111122223333:pages:0f2d", "Same")]
    [InlineData("arn:aws:cloudwatch:us-east-1::alarm:high", Alarm, "Unknown")]
    [InlineData("arn:aws:cloudwatch::111122223333:alarm:high", Alarm, "Unknown")]
    [InlineData("arn:aws:cloudwatch::444455556666:alarm:high", Alarm, "Other")]
    public void Two_are_the_same_only_with_account_Region_and_parent(string one, string two, string sameness)
    {
        var (a, b) = (ResourceName.OfArn(one)!, ResourceName.OfArn(two)!);

        Assert.Equal((sameness, sameness), (a.Compare(b).ToString(), b.Compare(a).ToString()));
    }

    [Fact]
    public void A_bare_name_is_of_the_account_and_Region_that_called()
    {
        Assert.Equal(Sameness.Same, Bare(ResourceKind.Alarm, "high", "111122223333", "us-east-1").Compare(ResourceName.OfArn(Alarm)!));
        Assert.Equal(Sameness.Other, Bare(ResourceKind.Alarm, "high", "444455556666", "us-east-1").Compare(ResourceName.OfArn(Alarm)!));
        Assert.Equal(Sameness.Other, Bare(ResourceKind.Alarm, "high", "111122223333", "eu-west-1").Compare(ResourceName.OfArn(Alarm)!));
        Assert.Equal(Sameness.Unknown, Bare(ResourceKind.Alarm, "high", null, "us-east-1").Compare(ResourceName.OfArn(Alarm)!));
        Assert.Equal(Sameness.Same, Bare(ResourceKind.ResponsePlan, "shop", "111122223333", "eu-west-1").Compare(ResourceName.OfArn(Plan)!));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("high")]
    [InlineData("arn:aws:cloudwatch")]
    [InlineData("arn:aws:ssm-incidents::111122223333:response-plan/")]
    public void Text_that_is_no_ARN_names_nothing(string? text) => Assert.Null(ResourceName.OfArn(text));

    private static ResourceName Bare(ResourceKind kind, string name, string? account, string? region) =>
        ResourceName.Of(kind, name, account, region)!;
}
